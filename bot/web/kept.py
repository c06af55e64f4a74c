"""Conversations as a kind of kept data: whose they are, and their end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, or_, select
from sqlalchemy.engine import CursorResult

from bot.privacy.kinds import Counts, Names, Rows
from bot.privacy.rows import count, read
from bot.store import Store, now
from bot.web.conversations import Conversations, Life
from bot.web.sessions import Sessions
from bot.web.tables import Conversation, Feedback, Turn

AT_ONCE = 100  # conversations of one transaction

Table = type[Conversation] | type[Turn] | type[Feedback]
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
        return self._delete([names.conversation])

    def expire(self, *, dry: bool) -> Counts:
        past = select(Conversation.id).where(self._past())
        if dry:
            return {
                table.__tablename__: count(self._store, table.id, mine)
                for table, mine in _parts(past)
            }
        counts = self._delete([])
        while True:
            with self._store.reading() as session:
                some = session.scalars(past.limit(AT_ONCE)).all()
            if not some:
                return counts
            counts = {table: counts[table] + n for table, n in self._delete(some).items()}

    def _past(self) -> ColumnElement[bool]:
        last_message = now() - self._life.kept
        return or_(
            Conversation.delete_after < now(),
            Conversation.expires_at < last_message + self._life.session,
        )

    def _delete(self, chosen: Sequence[int]) -> Counts:
        counts: Counts = {}
        with self._store.writing() as session:
            for table, mine in _parts(chosen):
                gone: CursorResult[Any] = session.execute(  # type: ignore[assignment]
                    delete(table).where(mine).execution_options(synchronize_session=False)
                )
                counts[table.__tablename__] = gone.rowcount
        return counts


def _parts(chosen: Chosen) -> list[tuple[Table, ColumnElement[bool]]]:
    """Each table with the condition that finds the rows of these conversations; children first."""
    turns = select(Turn.turn_id).where(Turn.conversation_id.in_(chosen))
    return [
        (Feedback, Feedback.turn_id.in_(turns)),
        (Turn, Turn.conversation_id.in_(chosen)),
        (Conversation, Conversation.id.in_(chosen)),
    ]
