"""A turn as the page sees it, in the history and in events."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from bot.web.tables import Turn


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
