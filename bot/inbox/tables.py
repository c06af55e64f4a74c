"""What stands in an outside inbox. No words of anybody."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from bot.store import Base, UtcDateTime


class InboxLink(Base):
    """One hand-over's conversation in the outside inbox, and how far each side has heard."""

    __tablename__ = "inbox_link"

    handover: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    contact: Mapped[int | None] = mapped_column(BigInteger)  # there; None: not opened yet
    remote: Mapped[int | None] = mapped_column(BigInteger, unique=True)  # the conversation there
    sent: Mapped[int] = mapped_column(default=-1)  # revision up to which ours stands there
    heard: Mapped[int] = mapped_column(BigInteger, default=0)  # their last message that we took
    closed: Mapped[bool] = mapped_column(default=False)  # there, by us
    busy_until: Mapped[datetime | None] = mapped_column(UtcDateTime)  # a process is at it
