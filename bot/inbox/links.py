"""Which hand-over stands where in the inbox, and who carries words just now. Blocking."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, NamedTuple

from sqlalchemy import and_, delete, or_, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.care.tables import HandOver
from bot.channels.tables import Conversation
from bot.inbox.tables import InboxLink
from bot.store import Store, now

LEASE = timedelta(seconds=60)  # longer than one round of one conversation may take


class Loose(NamedTuple):
    """`gone`: its conversation is deleted here."""

    handover: int
    gone: bool


class Links:
    def __init__(self, store: Store) -> None:
        self._store = store

    def loose(self) -> list[Loose]:
        """Those that stand open there, or whose conversation is deleted here; oldest first."""
        gone = Conversation.id.is_(None)
        stands = and_(InboxLink.remote.is_not(None), InboxLink.closed.is_(False))
        query = (
            select(InboxLink.handover, gone)
            .outerjoin(HandOver, HandOver.id == InboxLink.handover)
            .outerjoin(Conversation, Conversation.sender == HandOver.sender)
            .where(or_(stands, gone))
            .order_by(InboxLink.handover)
        )
        with self._store.reading() as session:
            return [Loose(handover, bool(gone)) for handover, gone in session.execute(query)]

    @contextmanager
    def claimed(self, handover: int) -> Iterator[InboxLink | None]:
        """The hand-over's link, made if there is none; None: another process is at it."""
        with self._store.writing() as session:
            mine = _claim(session, handover)
        if not mine:
            yield None
            return
        try:
            with self._store.reading() as session:
                yield session.get_one(InboxLink, handover)
        finally:
            self.put(handover, busy_until=None)

    def put(self, handover: int, **values: object) -> None:
        with self._store.writing() as session:
            session.execute(update(InboxLink).where(InboxLink.handover == handover).values(values))

    def drop(self, handover: int) -> None:
        with self._store.writing() as session:
            session.execute(delete(InboxLink).where(InboxLink.handover == handover))


def heard(session: Session, handover: int, message: int) -> None:
    """Write down, in the caller's transaction, that a message of the inbox was taken."""
    session.execute(update(InboxLink).where(InboxLink.handover == handover).values(heard=message))


def _claim(session: Session, handover: int) -> bool:
    if session.get(InboxLink, handover) is None:
        try:
            with session.begin_nested():
                session.add(InboxLink(handover=handover))
        except IntegrityError:
            return False  # another process made it just now
    free = or_(InboxLink.busy_until.is_(None), InboxLink.busy_until < now())
    taken: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        update(InboxLink)
        .where(InboxLink.handover == handover, free)
        .values(busy_until=now() + LEASE)
    )
    return taken.rowcount == 1
