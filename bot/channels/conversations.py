"""Conversations and turns in the database. Plain blocking calls; the caller picks the thread."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.care.handover import State, with_person
from bot.care.handover_standing import citizen_here
from bot.channels.for_leads import carries_on, decided, hide_opening
from bot.channels.leases import given_back, take, taken
from bot.channels.shown import shown_last
from bot.channels.tables import DELETED, Conversation, Feedback, Turn
from bot.insight.turnlog import TurnFacts, log_thumb, log_turn
from bot.settings import Settings
from bot.store import Store, now

WITH_PERSON = "person"  # outcome of a turn that the bot leaves to a person
CHANNELS = ("web", "voice")  # each begins the names of its conversations in Rasa

Messages = list[dict[str, Any]]
Values = dict[str, Any]  # column → what it becomes


@dataclass(frozen=True)
class Life:
    """How long a session lasts after its last message, and its words after that."""

    session: timedelta
    kept: timedelta


def life(settings: Settings) -> Life:
    return Life(timedelta(hours=settings.session_hours), timedelta(days=settings.conversation_days))


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

    def create(self, token_hash: str, person: str | None, channel: str = "web") -> Conversation:
        """A new conversation; the existing one when another request was first."""
        conversation = Conversation(
            token_hash=token_hash,
            channel=channel,
            person=person,
            sender=f"{channel}-{secrets.token_hex(16)}",
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
                held = taken(turn.turn_id, lease) if lease else {}
                turn.revision, busy = self._touch(session, conversation_id, held)
                turn.for_leads = carries_on(session, conversation_id)
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
            if not take(session, conversation_id, turn_id, lease):
                return None
            turn = session.scalar(select(Turn).where(Turn.turn_id == turn_id))
            if turn is None:
                raise Gone
            return turn

    def hold(self, conversation_id: int, holder: str, lease: timedelta) -> bool:
        """Keep turns out of the conversation; false while one has it."""
        with self._store.writing() as session:
            return take(session, conversation_id, holder, lease)

    def release(self, conversation_id: int, holder: str) -> None:
        """Give the conversation back: without an answer, or when it was held."""
        with self._store.writing() as session:
            session.execute(
                update(Conversation)
                .where(Conversation.id == conversation_id)
                .values(given_back(holder))
            )

    def finish(
        self, sender: str, turn: Turn, state: str, messages: Messages, facts: TurnFacts
    ) -> tuple[str, Messages]:
        """Store the answer, log the turn and free the conversation, all or nothing.

        The turn's text is stored again: only the answer tells whether digits in it were a proof.
        Where a person has taken the conversation meanwhile, the message is kept for them and the
        answer is dropped. Both lock the conversation's row first, so one comes before the other.

        Returns:
            State and messages as they are stored.

        Raises:
            Gone: the conversation was deleted.
        """
        with self._store.writing() as session:
            freed = given_back(turn.turn_id)
            revision, _ = self._touch(session, turn.conversation_id, freed)
            said_to_person = facts.outcome == WITH_PERSON
            for_leads = decided(turn, facts.meta, with_person=said_to_person)
            if for_leads:
                hide_opening(session, turn)
            if citizen_here(session, sender, typing=False) is State.TAKEN:
                state, messages, facts = "answered", [], replace(facts, outcome=WITH_PERSON)
            session.execute(
                update(Turn)
                .where(Turn.id == turn.id)
                .values(
                    state=state,
                    text=turn.text,
                    messages=messages,
                    revision=revision,
                    for_leads=for_leads,
                )
            )
            log_turn(session, facts)
        return state, messages

    def push(self, session: Session, conversation_id: int, message: Values) -> None:
        """Add what a person or the desk says, in the caller's transaction, before its other writes.

        Raises:
            Gone: the conversation was deleted.
        """
        revision, _ = self._touch(session, conversation_id, {})
        session.add(
            Turn(
                turn_id=secrets.token_urlsafe(16),
                conversation_id=conversation_id,
                text="",
                state="answered",
                messages=[message],
                created_at=now(),
                revision=revision,
            )
        )

    def push_to(self, session: Session, sender: str, message: Values) -> None:
        """The same for a conversation that is known by its name in Rasa.

        Raises:
            Gone
        """
        named = select(Conversation.id).where(Conversation.sender == sender)
        self.push(session, session.scalar(named) or 0, message)

    def with_person(self, sender: str) -> bool:
        """Whether a person has the conversation, so that nobody else answers."""
        with self._store.reading() as session:
            return with_person(session, sender)

    def shown_last(self, conversation_id: int) -> Messages:
        with self._store.reading() as session:
            return shown_last(session, conversation_id)

    def of_sender(self, sender: str) -> Conversation | None:
        """The conversation of that name in Rasa."""
        with self._store.reading() as session:
            return session.scalar(select(Conversation).where(Conversation.sender == sender))

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
            log_thumb(session, turn_id, useful)
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
