"""Notices of staff. No words of citizens are in them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.store import Base, UtcDateTime


class Notice(Base):
    """A procedure that is not told of for a while, or a banner. It holds until it is ended."""

    __tablename__ = "notice"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))  # take_down, banner
    code: Mapped[str | None] = mapped_column(String(16))  # of the procedure; a banner has none
    text: Mapped[str] = mapped_column(Text)  # the banner's; of a take-down whom to ask, or empty
    why: Mapped[str] = mapped_column(Text)
    who: Mapped[str] = mapped_column(String(80))  # the name shown to colleagues
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)  # None: until somebody ends it
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    ended_by: Mapped[str | None] = mapped_column(String(80))
