"""What went badly, and what staff decided, as kinds of kept data."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import or_

from bot.jobs.tables import Job
from bot.learning.tables import LearningChange, LearningItem, LearningTheme
from bot.notices.tables import Notice
from bot.privacy.kinds import Counts, Names, Nobodys, Rows
from bot.privacy.rows import count, delete_all, read
from bot.store import Store, now


class LearningItems:
    """An item says that a turn went badly, and ends with it.

    Args:
        days: how long an item is kept.
    """

    def __init__(self, store: Store, days: float) -> None:
        self._store = store
        self._kept = timedelta(days=days)

    def export(self, names: Names) -> Rows:
        mine = LearningItem.turn_id.in_(names.turns)
        return {"learning_item": read(self._store, LearningItem.id, mine)}

    def delete(self, names: Names) -> Counts:
        mine = LearningItem.turn_id.in_(names.turns)
        return {"learning_item": delete_all(self._store, LearningItem.id, mine)}

    def expire(self, *, dry: bool) -> Counts:
        end = count if dry else delete_all
        past = LearningItem.at < now() - self._kept
        return {"learning_item": end(self._store, LearningItem.id, past)}


class Decisions(Nobodys):
    """Notices, jobs, themes and changes: nothing of who asks is in them.

    Args:
        days: how long each is kept once it is over.
    """

    def __init__(self, store: Store, days: float) -> None:
        self._store = store
        self._kept = timedelta(days=days)

    def expire(self, *, dry: bool) -> Counts:
        end = count if dry else delete_all
        past = now() - self._kept
        over = {
            Notice.id: or_(Notice.ended_at < past, Notice.until < past),
            Job.id: Job.until < past,
            LearningChange.id: LearningChange.reviewed_at < past,
            LearningTheme.id: LearningTheme.at < past,
        }
        return {key.class_.__tablename__: end(self._store, key, old) for key, old in over.items()}
