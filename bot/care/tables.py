"""Wishes to be called back or to talk with a person, complaints and proposals, and what people
thought of us."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.store import Base, UtcDateTime


class CallBack(Base):
    """One wish. When it ends its number goes at once; it was sealed."""

    __tablename__ = "call_back"

    id: Mapped[int] = mapped_column(primary_key=True)
    sender: Mapped[str] = mapped_column(String(40), index=True)  # its conversation's name in Rasa
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)  # when the caller agreed
    wording: Mapped[str] = mapped_column(Text)  # to what
    number: Mapped[str | None] = mapped_column(Text)  # sealed; None: the wish has ended
    ended: Mapped[str | None] = mapped_column(String(16))  # bot.care.callbacks.End
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    promised: Mapped[datetime | None] = mapped_column(UtcDateTime)  # until when they are called
    adviser: Mapped[int | None]  # account that took it to call, or took it last
    taken_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(default=0)  # calls that nobody answered
    tried_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # the last of them


class HandOver(Base):
    """A citizen's wish for a person, and what became of it. No words: those are turns.

    `queued_at` orders the queue and stays when an adviser puts the conversation back;
    `taken_at` is the first taking. The `…_seen` and `…_typing` times are short-lived signs of
    presence, here because the database is the one thing that all processes share.
    """

    __tablename__ = "handover"
    __table_args__ = (
        Index(
            "ix_handover_open",
            "sender",
            unique=True,  # one open hand-over of a conversation, whoever asks at the same time
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sender: Mapped[str] = mapped_column(String(40), index=True)  # its conversation's name in Rasa
    state: Mapped[str] = mapped_column(String(16), index=True)  # bot.care.handover.State
    why: Mapped[str | None] = mapped_column(String(16))  # it ended: bot.care.handover.Why
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    queued_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    taken_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    adviser: Mapped[int | None]  # account who has it, or had it last
    shown: Mapped[str | None] = mapped_column(String(120))  # that account's name; while taken
    citizen_seen: Mapped[datetime] = mapped_column(UtcDateTime)
    adviser_seen: Mapped[datetime | None] = mapped_column(UtcDateTime)
    citizen_typing: Mapped[datetime | None] = mapped_column(UtcDateTime)
    adviser_typing: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Ticket(Base):
    """One complaint or proposal. Its code opens it, so only the code's keyed hash is kept."""

    __tablename__ = "ticket"
    __table_args__ = (Index("ix_ticket_kind_state_due", "kind", "state", "due"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # drawn by lot
    code: Mapped[str] = mapped_column(String(64), unique=True)
    sender: Mapped[str | None] = mapped_column(String(64), index=True)  # None: cut off on request
    channel: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(16))  # bot.care.tickets.model.Kind
    ward: Mapped[str | None] = mapped_column(String(5))  # its code; None: not told
    text: Mapped[str | None] = mapped_column(Text)  # redacted; None: withdrawn
    state: Mapped[str] = mapped_column(String(16))  # bot.care.tickets.model.State
    received: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    due: Mapped[date | None] = mapped_column(Date)  # None: no rule names a deadline
    assignee: Mapped[int | None]  # a member of staff
    changed: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    revision: Mapped[int] = mapped_column(default=0)  # counts changes: two at once are seen


class TicketStep(Base):
    """One thing that happened to a ticket, with the answer where it is one."""

    __tablename__ = "ticket_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(16))  # after it
    who: Mapped[int | None]  # a member of staff; None: the citizen
    assignee: Mapped[int | None]
    answer: Mapped[str | None] = mapped_column(Text)


class Rating(Base):
    """The answer to the one question at the end of a conversation; at most one each."""

    __tablename__ = "survey"

    id: Mapped[int] = mapped_column(primary_key=True)
    sender: Mapped[str] = mapped_column(String(64), unique=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    channel: Mapped[str] = mapped_column(String(16))
    score: Mapped[int]  # 1 to 5
