"""Conversations as a kind of kept data: whose they are, and their end."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, or_, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from bot.channels.conversations import Conversations, Life
from bot.channels.sessions import Sessions
from bot.channels.tables import DELETED, Conversation, Feedback, Turn
from bot.privacy.kinds import Counts, Names, Rows
from bot.privacy.rows import count, read
from bot.store import Store, now

AT_ONCE = 100  # conversations of one transaction
NUMBER_KEPT = timedelta(days=1)  # far longer than a stream or a turn lasts

Part = tuple[type[Conversation] | type[Turn] | type[Feedback], ColumnElement[bool]]
Chosen = Sequence[int] | Select[int]  # numbers of conversations


class KeptConversations:
    """A conversation ends with its messages and what was said about them.

    Args:
        life: as of the settings now: a period that was shortened holds for what is there already.
    """

    def __init__(
        self, store: Store, conversations: Conversations, sessions: Sessions, life: Life
    ) -> None:
        self._store = store
        self._conversations = conversations
        self._sessions = sessions
        self._life = life

    def find(self, session: str) -> Names | None:
        conversation = self._sessions.find_kept(session)
        if conversation is None:
            return None
        query = select(Turn.turn_id).where(Turn.conversation_id == conversation.id)
        with self._store.reading() as reading:
            return Names(conversation.id, conversation.sender, tuple(reading.scalars(query)))

    def hold(self, names: Names, holder: str, lease: timedelta) -> bool:
        return self._conversations.hold(names.conversation, holder, lease)

    def release(self, names: Names, holder: str) -> None:
        self._conversations.release(names.conversation, holder)

    def known(self, senders: Sequence[str]) -> set[str]:
        """Which of these still have a conversation."""
        query = select(Conversation.sender).where(Conversation.sender.in_(senders))
        with self._store.reading() as session:
            return set(session.scalars(query))

    def export(self, names: Names) -> Rows:
        return {
            table.__tablename__: read(self._store, table.id, mine)
            for table, mine in _parts([names.conversation])
        }

    def delete(self, names: Names) -> Counts:
        """The conversation's row is emptied and keeps its number for a day.

        SQLite would give the number to the next conversation, and who still listens to the deleted
        one would hear that. First it is emptied, then the words go: who writes into the
        conversation locks its row first too, so nothing is written between the two and stays.
        """
        *words, (_, mine) = _parts([names.conversation])
        with self._store.writing() as session:
            session.execute(update(Conversation).where(mine).values(self._nobody()))
            counts = _delete(session, words)
        return counts | {"conversation": 1}

    def expire(self, *, dry: bool) -> Counts:
        past = select(Conversation.id).where(self._past())
        if dry:
            return {
                table.__tablename__: count(self._store, table.id, mine)
                for table, mine in _parts(past)
            }
        counts: Counter[str] = Counter({table.__tablename__: 0 for table, _ in _parts([])})
        while True:
            with self._store.writing() as session:
                some = session.scalars(past.limit(AT_ONCE)).all()
                counts.update(_delete(session, _parts(some)))
            if not some:
                return dict(counts)

    def _past(self) -> ColumnElement[bool]:
        last_message = now() - self._life.kept
        return or_(
            Conversation.delete_after < now(),
            Conversation.expires_at < last_message + self._life.session,
        )

    def _nobody(self) -> dict[str, Any]:
        """What stands in the row of a deleted conversation: nothing of it."""
        columns = Conversation.__table__.columns
        return {column.name: None for column in columns if column.nullable} | {
            "token_hash": secrets.token_hex(32),
            "sender": f"gone-{secrets.token_hex(16)}",
            "created_at": now(),
            "expires_at": now() + self._life.session + NUMBER_KEPT,
            "delete_after": now() + NUMBER_KEPT,
            "revision": DELETED,
        }


def _delete(session: Session, parts: Sequence[Part]) -> Counts:
    counts: Counts = {}
    for table, mine in parts:
        gone: CursorResult[Any] = session.execute(  # type: ignore[assignment]
            delete(table).where(mine).execution_options(synchronize_session=False)
        )
        counts[table.__tablename__] = gone.rowcount
    return counts


def _parts(chosen: Chosen) -> list[Part]:
    """Each table with the condition that finds the rows of these conversations; children first."""
    turns = select(Turn.turn_id).where(Turn.conversation_id.in_(chosen))
    return [
        (Feedback, Feedback.turn_id.in_(turns)),
        (Turn, Turn.conversation_id.in_(chosen)),
        (Conversation, Conversation.id.in_(chosen)),
    ]
