"""Rasa's memory of conversations: the table that its tracker store (`bot.nlu.tracker`) writes."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import ColumnElement, Text, and_, inspect, or_, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bot.privacy.kinds import Counts, Names, Rows
from bot.privacy.rows import STEP, count, delete_all, read
from bot.store import Store

DAY_S = 86400


class RasaBase(DeclarativeBase):
    """Parent of what Rasa makes and migrates itself: apart from our own tables."""


class RasaEvent(RasaBase):
    __tablename__ = "events"

    id: Mapped[int] = mapped_column(primary_key=True)
    sender_id: Mapped[str]
    type_name: Mapped[str]
    timestamp: Mapped[float]
    intent_name: Mapped[str | None]
    action_name: Mapped[str | None]
    data: Mapped[str] = mapped_column(Text)


class Trackers:
    """Rasa may run meanwhile: it reads a conversation whose rows are gone as a new one.

    Args:
        store: Rasa's database.
        days: how long an event is kept.
        prefixes: with which the senders begin that `known` knows.
        known: which of these senders still have a conversation. What Rasa wrote for the others (it
            answered too late, the conversation was deleted meanwhile) goes with the next expiry.
    """

    def __init__(
        self,
        store: Store,
        days: float,
        prefixes: Sequence[str],
        known: Callable[[Sequence[str]], set[str]],
    ) -> None:
        self._store = store
        self._days = days
        self._prefixes = prefixes
        self._known = known

    def export(self, names: Names) -> Rows:
        rows = read(self._store, RasaEvent.id, self._of(names)) if self._there() else []
        return {"events": [row | {"data": json.loads(row["data"])} for row in rows]}

    def delete(self, names: Names) -> Counts:
        gone = delete_all(self._store, RasaEvent.id, self._of(names)) if self._there() else 0
        return {"events": gone}

    def expire(self, *, dry: bool) -> Counts:
        if not self._there():
            return {"events": 0}
        old = RasaEvent.timestamp < time.time() - self._days * DAY_S
        if dry:
            young_orphans = (and_(orphan, ~old) for orphan in self._orphans())
            return {"events": sum(self._count(past) for past in (old, *young_orphans))}
        # There is no index on the time: look from the beginning until one is young enough.
        first = select(RasaEvent.id).order_by(RasaEvent.id).limit(STEP)
        some = and_(old, RasaEvent.id.in_(first))
        past = (some, *self._orphans())
        return {"events": sum(delete_all(self._store, RasaEvent.id, each) for each in past)}

    def _there(self) -> bool:
        """Whether Rasa has ever run on this database."""
        return inspect(self._store.engine).has_table(RasaEvent.__tablename__)

    def _of(self, names: Names) -> ColumnElement[bool]:
        return RasaEvent.sender_id == names.sender

    def _count(self, past: ColumnElement[bool]) -> int:
        return count(self._store, RasaEvent.id, past)

    def _orphans(self) -> Iterator[ColumnElement[bool]]:
        """Conditions that find the events of senders without a conversation, STEP senders each."""
        begins = RasaEvent.sender_id.startswith
        mine = or_(*(begins(prefix, autoescape=True) for prefix in self._prefixes))
        with self._store.reading() as session:
            senders = session.scalars(select(RasaEvent.sender_id).distinct().where(mine)).all()
        for at in range(0, len(senders), STEP):
            some = senders[at : at + STEP]
            yield RasaEvent.sender_id.in_(set(some) - self._known(some))
