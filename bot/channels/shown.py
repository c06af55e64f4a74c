"""What a citizen saw last, and which question of it is still open."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.channels.tables import Turn


def shown_last(session: Session, conversation: int) -> list[dict[str, Any]]:
    """The messages of the latest answer."""
    query = (
        select(Turn.messages)
        .where(Turn.conversation_id == conversation, Turn.state == "answered")
        .order_by(Turn.id.desc())
        .limit(1)
    )
    return session.scalar(query) or []


def still_open(shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of `shown` that wait for an answer: a choice, a step of a complaint."""
    return [one for one in shown if _asks(one.get("payload") or {})]


def _asks(payload: dict[str, Any]) -> bool:
    kind = payload.get("type")
    step = kind == "ticket" and "code" not in payload and payload.get("quick_replies")
    return bool(kind == "clarify" or payload.get("options") or step)
