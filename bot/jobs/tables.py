"""What was set to work, how far it is and how it ended. Nothing of citizens is in it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.store import Base, UtcDateTime


class Job(Base):
    """`turn` is unique, so that only one job has it: the database itself lets in one at a time."""

    __tablename__ = "job"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    subject: Mapped[str] = mapped_column(String(80))  # what it works on, as its kind says
    who: Mapped[str] = mapped_column(String(80))
    state: Mapped[str] = mapped_column(String(16), default="running")  # done, failed
    turn: Mapped[str | None] = mapped_column(String(4), unique=True)  # "now" while it runs
    step: Mapped[str] = mapped_column(Text, default="")  # what it is doing, or what went wrong
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    started: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime] = mapped_column(UtcDateTime)  # it is given up then, whatever it does
    ended: Mapped[datetime | None] = mapped_column(UtcDateTime)
