"""Rasa's memory of conversations: no personal numbers on disk, only the recent past read back."""

from __future__ import annotations

import json
import time
from collections import OrderedDict
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.orm import Query, Session, sessionmaker
from sqlalchemy.pool import QueuePool

from bot.nlu.redaction import redact_all
from bot.text.proof import METADATA, PLACE

RECENT_EVENTS = 40  # about five turns; older slots are read as well, so nothing known is lost
KEPT_TRACKERS = 1000  # conversations kept in memory, about 100 KB each
KEPT_FOR_S = 3600.0  # then a new session begins (domain.yml); what was deleted is gone here too
BUSY_TIMEOUT_MS = 5000


class _Kept(NamedTuple):
    """A conversation in memory; it holds while its last row is still the last."""

    last_row: int
    tracker: DialogueStateTracker
    since: float  # monotonic seconds


class RedactingTrackerStore(SQLTrackerStore):
    """Rasa's SQL store with four changes.

    Every text of an event (the user's, what was understood in it, slots, the answer, metadata) is
    redacted before it is written or streamed. A conversation is read back by its latest events
    and the last value of each older slot, so a long one costs no more than a short one. SQLite
    writes ahead and waits for a lock instead of failing. The latest conversations also stay in
    memory, for an hour, and count for as long as nothing newer was written.

    Other processes delete rows while it runs (`bot.privacy`); a conversation without any is new.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        **kwargs: Any,
    ) -> None:
        """Open the database; for SQLite its folder is created.

        Args:
            domain: the assistant's domain.
            host: an SQLAlchemy URL, e.g. `sqlite:///var/rasa.db` (endpoints.yml calls it `url`).
            event_broker: where events are streamed to, if anywhere.
            kwargs: as in `SQLTrackerStore`.
        """
        url = sa.engine.make_url(host) if host and "://" in host else None
        if url is not None and url.get_backend_name() == "sqlite" and url.database:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        super().__init__(domain=domain, host=host, event_broker=event_broker, **kwargs)
        if self.engine.dialect.name == "sqlite":
            self._pool_sqlite()
        self.engine.hide_parameters = True  # the log of an error must not quote the citizen
        rows = self.SQLEvent.__table__
        self._insert = rows.insert()
        self._last_row = sa.select(sa.func.max(rows.c.id)).where(
            rows.c.sender_id == sa.bindparam("sender")
        )
        self._kept: OrderedDict[str, _Kept] = OrderedDict()

    def _pool_sqlite(self) -> None:
        """Keep connections open: Rasa's engine opens a SQLite file anew for each session."""
        url = self.engine.url
        self.engine.dispose()
        self.engine = sa.create_engine(
            url, poolclass=QueuePool, connect_args={"check_same_thread": False}
        )
        sa.event.listen(self.engine, "connect", _tune_sqlite)
        self.sessionmaker = sessionmaker(bind=self.engine)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of the latest session; None for a new conversation."""
        with self.engine.connect() as connection:
            last = connection.execute(self._last_row, {"sender": sender_id}).scalar()
        # Taken out, and only taken if nothing was added since: a turn that fails leaves nothing.
        kept = self._kept.pop(sender_id, None)
        if last is None:
            return None
        if kept and kept.last_row == last and _is_whole(kept.tracker):
            return kept.tracker
        return await super().retrieve(sender_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the tracker's new events, redacted."""
        await self.stream_events(tracker)
        sender = {"sender": tracker.sender_id}
        with self.engine.begin() as connection:
            stored = getattr(tracker, "stored_events", None)
            if stored is None and connection.execute(self._last_row, sender).scalar() is None:
                stored = 0
            rows = [
                self._row(tracker.sender_id, redact_all(event.as_dict()))
                for event in self._new_events(tracker, stored)
            ]
            if rows:
                connection.execute(self._insert, rows)
            last = connection.execute(self._last_row, sender).scalar()
        _forget_proofs(tracker)
        tracker.stored_events = len(tracker.events)
        if self.event_broker is None:  # a broker is sent the difference to what is on the disk
            self._kept[tracker.sender_id] = _Kept(last, tracker, time.monotonic())
        self._forget()

    def _forget(self) -> None:
        """Out of the memory with what is old, or too much; the oldest come first."""
        limit = time.monotonic() - KEPT_FOR_S
        while self._kept:
            sender_id, oldest = next(iter(self._kept.items()))
            if len(self._kept) <= KEPT_TRACKERS and oldest.since > limit:
                return
            del self._kept[sender_id]

    def _new_events(self, tracker: DialogueStateTracker, stored: int | None) -> list[Event]:
        """Events not yet stored. A tracker that this store read knows how many it came with."""
        if stored is not None:
            return list(tracker.events)[stored:]
        with self.session_scope() as session:
            return list(self._additional_events(session, tracker))

    async def _stream_new_events(
        self, event_broker: EventBroker, new_events: list[Event], sender_id: str
    ) -> None:
        for event in new_events:
            event_broker.publish({"sender_id": sender_id, **redact_all(event.as_dict())})

    def _row(self, sender_id: str, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "sender_id": sender_id,
            "type_name": data["event"],
            "timestamp": data.get("timestamp"),
            "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
            "action_name": data.get("name"),
            "data": json.dumps(data),
        }

    async def _retrieve(
        self, sender_id: str, fetch_events_from_all_sessions: bool
    ) -> DialogueStateTracker | None:
        with self.session_scope() as session:
            query = self._event_query(session, sender_id, fetch_events_from_all_sessions)
            rows = query.all() if fetch_events_from_all_sessions else self._recent(session, query)
            events = [json.loads(row.data) for row in rows]
        if not events:
            return None
        tracker = DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)
        tracker.stored_events = len(tracker.events)
        return tracker

    def _recent(self, session: Session, query: Query) -> list[SQLTrackerStore.SQLEvent]:
        """The last events of the session, after the last value of each slot set before them."""
        event = self.SQLEvent
        recent = query.order_by(None).order_by(event.id.desc()).limit(RECENT_EVENTS).all()[::-1]
        if len(recent) < RECENT_EVENTS:
            return recent
        older = query.order_by(None).filter(
            event.id < recent[0].id, event.type_name == SlotSet.type_name
        )
        last_of_slot = older.with_entities(sa.func.max(event.id)).group_by(event.action_name)
        ids = [row_id for (row_id,) in last_of_slot]
        return [*session.query(event).filter(event.id.in_(ids)).order_by(event.id), *recent]


def _forget_proofs(tracker: DialogueStateTracker) -> None:
    """What was handed over for one turn does not stay in memory for the next."""
    for event in tracker.events:
        if isinstance(event, UserUttered) and METADATA in event.metadata:
            event.metadata[METADATA] = PLACE  # in place: its parse data holds the same


def _is_whole(tracker: DialogueStateTracker) -> bool:
    """Whether all of it is stored, and no more than what is read back."""
    return tracker.stored_events == len(tracker.events) < RECENT_EVENTS


def _tune_sqlite(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA secure_delete=ON")  # what is deleted is written over
    connection.execute("PRAGMA temp_store=MEMORY")
