"""How was it? Asked with the last message of a hand-over in which a person has answered."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.care.survey import QUESTION
from bot.care.survey_replies import answer_of, asked
from bot.care.tables import HandOver, Rating
from bot.channels.tables import Conversation, Turn

# A bare number would be taken for something else: the assistant has not asked.
_TEXT = f"{QUESTION} Anh/chị chọn một mức, hoặc nhắn ví dụ “{answer_of(5)}”."


def farewell(session: Session, one: HandOver, message: dict[str, Any]) -> dict[str, Any]:
    """`message`, with the question where a person has answered and no score was given yet."""
    rated = session.scalar(select(Rating.id).where(Rating.sender == one.sender))
    if rated is not None or not _answered(session, one):
        return message
    return {
        "text": f"{message['text']}\n{_TEXT}",
        "payload": {**message["payload"], **asked()},
    }


def _answered(session: Session, one: HandOver) -> bool:
    """Whether an adviser has written anything since it was first taken."""
    if one.taken_at is None:
        return False
    pushed = (
        select(Turn.messages)
        .join(Conversation, Turn.conversation_id == Conversation.id)
        .where(Conversation.sender == one.sender, Turn.text == "", Turn.created_at >= one.taken_at)
    )
    return any(
        (message.get("payload") or {}).get("type") == "person"
        for messages in session.scalars(pushed)
        for message in messages
    )
