"""Who has a conversation: one turn at a time, in whichever process, until its time is up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, or_, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from bot.channels.tables import Conversation
from bot.store import now

Values = dict[str, Any]  # column → what it becomes


def take(session: Session, conversation_id: int, holder: str, lease: timedelta) -> bool:
    """Whether the conversation was free and now is the holder's."""
    taken: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        update(Conversation)
        .where(Conversation.id == conversation_id, _free())
        .values(busy_turn=holder, busy_until=now() + lease)
    )
    return taken.rowcount == 1


def _free() -> ColumnElement[bool]:
    return or_(Conversation.busy_until.is_(None), Conversation.busy_until < now())


def taken(turn_id: str, lease: timedelta) -> Values:
    """For a turn that takes the conversation if it is free."""
    return {
        "busy_turn": case((_free(), turn_id), else_=Conversation.busy_turn),
        "busy_until": case((_free(), now() + lease), else_=Conversation.busy_until),
    }


def given_back(holder: str) -> Values:
    """For one who frees the conversation if he still has it."""
    mine = Conversation.busy_turn == holder
    return {
        "busy_turn": case((mine, None), else_=Conversation.busy_turn),
        "busy_until": case((mine, None), else_=Conversation.busy_until),
    }
