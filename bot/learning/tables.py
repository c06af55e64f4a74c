"""Themes of what went badly, and what editors propose to teach.

No words of citizens are here: an item names its turn, and the turn's words end with their
conversation. What is taught an editor wrote.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.store import Base, UtcDateTime


class LearningTheme(Base):
    """Turns that are alike: the search puts the same procedure first for them."""

    __tablename__ = "learning_theme"

    id: Mapped[int] = mapped_column(primary_key=True)
    nearest: Mapped[str] = mapped_column(String(16), index=True)  # that procedure's code
    state: Mapped[str] = mapped_column(String(16), default="open")  # assigned, taught, dismissed
    kind: Mapped[str | None] = mapped_column(String(16))  # phrasing (a procedure), example (intent)
    target: Mapped[str | None] = mapped_column(String(40))  # the procedure's code, the intent
    who: Mapped[str | None] = mapped_column(String(80))  # who changed it last
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class LearningItem(Base):
    """One turn that went badly."""

    __tablename__ = "learning_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    turn_id: Mapped[str] = mapped_column(String(40), unique=True)
    theme_id: Mapped[int] = mapped_column(
        ForeignKey("learning_theme.id", ondelete="CASCADE"), index=True
    )
    why: Mapped[str] = mapped_column(String(16))  # none, clarified, thumb, person
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class LearningChange(Base):
    """A phrasing of a procedure, or an example of an intent, on its way into force."""

    __tablename__ = "learning_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    theme_id: Mapped[int | None] = mapped_column(
        ForeignKey("learning_theme.id", ondelete="SET NULL")
    )
    kind: Mapped[str] = mapped_column(String(16))  # phrasing, example
    target: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)
    author: Mapped[str] = mapped_column(String(80))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(16), default="proposed")  # `bot.learning.states`
    figures: Mapped[dict[str, Any] | None] = mapped_column(JSON)  # before and after
    compared_with: Mapped[str | None] = mapped_column(String(80))  # the index that was in force
    reviewer: Mapped[str | None] = mapped_column(String(80))
    reviewed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
