"""The turn log: what kind of turns there were. No words of the citizen are in it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store import Base, UtcDateTime


class TurnLog(Base):
    """One row per turn of any channel; every figure and report is counted from here."""

    __tablename__ = "turn_log"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    turn_id: Mapped[str] = mapped_column(String(40), index=True)
    who: Mapped[str] = mapped_column(String(32))  # keyed hash, not the session itself
    channel: Mapped[str] = mapped_column(String(16))
    intent: Mapped[str | None] = mapped_column(String(40))
    aspect: Mapped[str | None] = mapped_column(String(40))
    procedure: Mapped[str | None] = mapped_column(String(16), index=True)
    decision: Mapped[str | None] = mapped_column(String(16))
    outcome: Mapped[str] = mapped_column(String(16))  # answered, unclear, timeout, refused, …
    ms: Mapped[float]
