"""The turn log and the calls: what kind there were. No words of the citizen are in them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store import Base, UtcDateTime

DEMO = "demo-quarter-"  # begins the name of every made-up turn and call (bench.insight.quarter)


class TurnLog(Base):
    """One row per turn of any channel; every figure and report is counted from here."""

    __tablename__ = "turn_log"
    __table_args__ = (Index("ix_turn_log_at_useful", "at", "useful"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    turn_id: Mapped[str] = mapped_column(String(40), index=True)
    who: Mapped[str] = mapped_column(String(32))  # keyed hash, not the session itself
    channel: Mapped[str] = mapped_column(String(16))
    intent: Mapped[str | None] = mapped_column(String(40))
    aspect: Mapped[str | None] = mapped_column(String(40))
    procedure: Mapped[str | None] = mapped_column(String(16), index=True)
    decision: Mapped[str | None] = mapped_column(String(16))
    outcome: Mapped[str] = mapped_column(String(16))  # answered, unclear, timeout, refused, …
    ms: Mapped[float]
    ward: Mapped[str | None] = mapped_column(String(60))  # that the question names, its own name
    useful: Mapped[bool | None]  # the newest thumb on the answer; its comment is not here


class CallRecord(Base):
    """One row per telephone call; what it was about is counted from its turns when it ends."""

    __tablename__ = "call_record"

    id: Mapped[int] = mapped_column(primary_key=True)
    call: Mapped[str] = mapped_column(String(64), unique=True)  # keyed hash of the carrier's name
    caller: Mapped[str | None] = mapped_column(String(64))  # keyed hash; None: not told
    sender: Mapped[str] = mapped_column(String(40), index=True)  # its conversation's name in Rasa
    carrier: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    seconds: Mapped[float | None]  # None: not over
    turns: Mapped[int] = mapped_column(default=0)
    intents: Mapped[list[str]] = mapped_column(JSON, default=list)
    procedures: Mapped[list[str]] = mapped_column(JSON, default=list)
    outcome: Mapped[str | None] = mapped_column(String(16))  # answered, unanswered, nothing, person
    cause: Mapped[str | None] = mapped_column(String(16))  # of its end: hung_up, goodbye, …
