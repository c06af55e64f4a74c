"""What a capability says: the same reply for every channel."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class QuickReply(BaseModel):
    """A button. `text` is what is sent when it is tapped, and works when typed too."""

    model_config = ConfigDict(frozen=True)
    label: str
    text: str


class Reply(BaseModel):
    """One message.

    Attributes:
        text: a whole answer on its own (no mark-up but line breaks and "• ").
        payload: what a page draws; has a `type` (procedure, clarify, notice, place, case).
        spoken: what the telephone says: short sentences, lists of at most three.
    """

    model_config = ConfigDict(frozen=True)
    text: str = Field(min_length=1)
    payload: dict[str, Any]
    spoken: str = Field(min_length=1)
