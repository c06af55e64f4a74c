"""A turn and a hand-over as the page sees them, in the history and in events."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from bot.care.handover_standing import Standing
from bot.channels.tables import Turn


class TurnView(BaseModel):
    turn_id: str
    client_message_id: str | None = None
    at: str
    text: str
    state: str
    messages: list[dict[str, Any]]
    useful: bool | None = None


def turn_view(turn: Turn, useful: bool | None) -> TurnView:
    return TurnView(
        turn_id=turn.turn_id,
        client_message_id=turn.client_message_id,
        at=turn.created_at.isoformat(timespec="seconds"),
        text=turn.text,
        state=turn.state,
        messages=turn.messages,
        useful=useful,
    )


class HandOverView(BaseModel):
    """`state` is asked (nobody is at the desk), queued, taken, or none (none is open)."""

    state: str
    text: str = Field(default="", description="the whole in a sentence")
    position: int | None = Field(default=None, description="1: the next")
    wait_min: int | None = Field(default=None, description="minutes that others waited just now")
    shown: str | None = Field(default=None, description="the adviser's name")
    typing: bool = Field(default=False, description="the adviser types")
    consent: str | None = Field(
        default=None, description="a number to call back may be left, agreeing to this"
    )


def handover_view(standing: Standing | None) -> HandOverView:
    if standing is None:
        return HandOverView(state="none")
    return HandOverView(
        state=standing.state,
        text=standing.text,
        position=standing.position,
        wait_min=standing.wait_min,
        shown=standing.shown,
        typing=standing.typing,
        consent=standing.consent,
    )
