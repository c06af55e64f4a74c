"""Conversations and turns in the database. Plain blocking calls; the caller picks the thread."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, or_, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.insight.turnlog import TurnFacts, log_turn
from bot.store import Store, now
from bot.web.tables import DELETED, Conversation, Feedback, Turn

SENDER_PREFIX = "web-"  # of the names in Rasa

Messages = list[dict[str, Any]]
Values = dict[str, Any]  # column → what it becomes


@dataclass(frozen=True)
class Life:
    """How long a session lasts after its last message, and its words after that."""

    session: timedelta
    kept: timedelta


class Gone(Exception):
    """The conversation was deleted meanwhile."""


class Conversations:
    def __init__(self, store: Store, life: Life) -> None:
        self._store = store
        self._life = life

    def find(self, token_hash: str) -> Conversation | None:
        """The conversation of a session that hasn't expired."""
        found = self.find_kept(token_hash)
        return found if found and found.expires_at > now() else None

    def find_kept(self, token_hash: str) -> Conversation | None:
        """The conversation of a session that may have expired."""
        with self._store.reading() as session:
            return session.scalar(select(Conversation).where(Conversation.token_hash == token_hash))

    def create(self, token_hash: str, person: str | None) -> Conversation:
        """A new conversation; the existing one when another request was first."""
        conversation = Conversation(
            token_hash=token_hash,
            person=person,
            sender=f"{SENDER_PREFIX}{secrets.token_hex(16)}",
            created_at=now(),
            expires_at=now() + self._life.session,
            delete_after=now() + self._life.kept,
        )
        try:
            with self._store.writing() as session:
                session.add(conversation)
            return conversation
        except IntegrityError:
            with self._store.reading() as session:
                return session.scalars(
                    select(Conversation).where(Conversation.token_hash == token_hash)
                ).one()

    def accept(
        self,
        conversation_id: int,
        text: str,
        client_message_id: str | None,
        lease: timedelta | None,
    ) -> tuple[Turn, bool]:
        """Write the message down; the earlier turn for a repeated id.

        With a `lease` a new turn also takes the conversation, as `claim` does, if it is free.

        Returns:
            The turn, and whether it has the conversation.

        Raises:
            Gone: the conversation was deleted.
        """
        turn = Turn(
            turn_id=secrets.token_urlsafe(16),
            conversation_id=conversation_id,
            client_message_id=client_message_id,
            text=text,
            created_at=now(),
            messages=[],
        )
        try:
            with self._store.writing() as session:
                taken = _taken(turn.turn_id, lease) if lease else {}
                turn.revision, busy = self._touch(session, conversation_id, taken)
                session.add(turn)
            return turn, busy == turn.turn_id
        except IntegrityError:
            with self._store.reading() as session:
                earlier = select(Turn).where(
                    Turn.conversation_id == conversation_id,
                    Turn.client_message_id == client_message_id,
                )
                return session.scalars(earlier).one(), False

    def claim(self, conversation_id: int, turn_id: str, lease: timedelta) -> Turn | None:
        """Take the conversation for one turn; None while another process has it.

        Raises:
            Gone: the conversation was deleted.
        """
        with self._store.writing() as session:
            if not _take(session, conversation_id, turn_id, lease):
                return None
            turn = session.scalar(select(Turn).where(Turn.turn_id == turn_id))
            if turn is None:
                raise Gone
            return turn

    def hold(self, conversation_id: int, holder: str, lease: timedelta) -> bool:
        """Keep turns out of the conversation; false while one has it."""
        with self._store.writing() as session:
            return _take(session, conversation_id, holder, lease)

    def release(self, conversation_id: int, holder: str) -> None:
        """Give the conversation back: without an answer, or when it was held."""
        with self._store.writing() as session:
            session.execute(
                update(Conversation)
                .where(Conversation.id == conversation_id)
                .values(_given_back(holder))
            )

    def finish(self, turn: Turn, state: str, messages: Messages, facts: TurnFacts) -> None:
        """Store the answer, log the turn and free the conversation, all or nothing.

        The turn's text is stored again: only the answer tells whether digits in it were a proof.

        Raises:
            Gone: the conversation was deleted.
        """
        with self._store.writing() as session:
            given_back = _given_back(turn.turn_id)
            revision, _ = self._touch(session, turn.conversation_id, given_back)
            session.execute(
                update(Turn)
                .where(Turn.id == turn.id)
                .values(state=state, text=turn.text, messages=messages, revision=revision)
            )
            log_turn(session, facts)

    def turns(self, conversation_id: int, after: int = -1) -> list[tuple[Turn, bool | None]]:
        """Turns changed after that revision, oldest first, each with its thumb."""
        query = (
            select(Turn, Feedback.useful)
            .outerjoin(Feedback, Feedback.turn_id == Turn.turn_id)
            .where(Turn.conversation_id == conversation_id, Turn.revision > after)
            .order_by(Turn.id)
        )
        with self._store.reading() as session:
            return [(turn, useful) for turn, useful in session.execute(query)]

    def rate(self, conversation_id: int, turn_id: str, useful: bool, comment: str | None) -> bool:
        """Keep the newest thumb on an answer; false when the turn isn't of this conversation."""
        with self._store.writing() as session:
            turn = session.scalar(
                select(Turn).where(Turn.turn_id == turn_id, Turn.conversation_id == conversation_id)
            )
            if not turn:
                return False
            earlier = session.scalar(select(Feedback).where(Feedback.turn_id == turn_id))
            feedback = earlier or Feedback(turn_id=turn_id)
            feedback.useful, feedback.at = useful, now()
            feedback.comment = comment or (feedback.comment if earlier else None)
            session.add(feedback)
            return True

    def _touch(
        self, session: Session, conversation_id: int, values: Values
    ) -> tuple[int, str | None]:
        """Next revision of the conversation, and which turn has it; its life starts anew."""
        row = session.execute(
            update(Conversation)
            .where(Conversation.id == conversation_id, Conversation.revision != DELETED)
            .values(
                {
                    "revision": Conversation.revision + 1,
                    "expires_at": now() + self._life.session,
                    "delete_after": now() + self._life.kept,
                    **values,
                }
            )
            .returning(Conversation.revision, Conversation.busy_turn)
        ).one_or_none()
        if row is None:
            raise Gone
        return row.revision, row.busy_turn


def _take(session: Session, conversation_id: int, holder: str, lease: timedelta) -> bool:
    """Whether the conversation was free and now is the holder's."""
    taken: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        update(Conversation)
        .where(Conversation.id == conversation_id, _free())
        .values(busy_turn=holder, busy_until=now() + lease)
    )
    return taken.rowcount == 1


def _free() -> ColumnElement[bool]:
    return or_(Conversation.busy_until.is_(None), Conversation.busy_until < now())


def _taken(turn_id: str, lease: timedelta) -> Values:
    """For a turn that takes the conversation if it is free."""
    return {
        "busy_turn": case((_free(), turn_id), else_=Conversation.busy_turn),
        "busy_until": case((_free(), now() + lease), else_=Conversation.busy_until),
    }


def _given_back(holder: str) -> Values:
    """For one who frees the conversation if he still has it."""
    mine = Conversation.busy_turn == holder
    return {
        "busy_turn": case((mine, None), else_=Conversation.busy_turn),
        "busy_until": case((mine, None), else_=Conversation.busy_until),
    }
