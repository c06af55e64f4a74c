"""Conversations of the web, kept so that a page can be reloaded. All words are redacted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store import Base, UtcDateTime

DELETED = -1  # as its revision: the row of a conversation that was deleted on request


class Conversation(Base):
    """One session. The session word itself is never stored, only its keyed hash."""

    __tablename__ = "conversation"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    sender: Mapped[str] = mapped_column(String(40), unique=True)  # its name in Rasa
    channel: Mapped[str] = mapped_column(String(16), default="web")
    person: Mapped[str | None] = mapped_column(String(64))  # keyed hash; None: nobody signed in
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    delete_after: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    revision: Mapped[int] = mapped_column(default=0)  # grows with every change of a turn
    busy_turn: Mapped[str | None] = mapped_column(String(40))  # which turn is being answered
    busy_until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Turn(Base):
    """A message and its answer. `state`: waiting, answered or failed."""

    __tablename__ = "turn"
    __table_args__ = (UniqueConstraint("conversation_id", "client_message_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    turn_id: Mapped[str] = mapped_column(String(40), unique=True)
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversation.id", ondelete="CASCADE"), index=True
    )
    client_message_id: Mapped[str | None] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(16), default="waiting")
    messages: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revision: Mapped[int]
    for_leads: Mapped[bool] = mapped_column(default=False)  # of a complaint about an official


class Feedback(Base):
    """A thumb, and perhaps a word, on one answer."""

    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    turn_id: Mapped[str] = mapped_column(
        ForeignKey("turn.turn_id", ondelete="CASCADE"), unique=True
    )
    useful: Mapped[bool]
    comment: Mapped[str | None] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
