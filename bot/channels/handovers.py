"""Hand-overs of conversations, from the citizen's side; the adviser's is `advisers.py`.

Each act is one transaction: first it writes its sentence into the conversation (which locks its
row), then it moves the hand-over; where that is not possible any more, neither is done.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal

from sqlalchemy.orm import Session

from bot.care import handover_words as words
from bot.care.callbacks import CallBacks
from bot.care.handover import Act, State, Why, ask, move, open_of
from bot.care.handover_standing import DeskHours, Standing, citizen_here, promise, standing
from bot.care.hours import open_now
from bot.care.tables import HandOver
from bot.channels.conversations import Conversations, Messages
from bot.channels.farewell import farewell
from bot.channels.shown import shown_last
from bot.channels.tables import Conversation
from bot.channels.waiting import About, about_waiting
from bot.store import Store, now

_WAITS = HandOver.state.in_([State.ASKED, State.QUEUED])


class NotPossible(Exception):
    """Somebody else was first, or the hand-over has gone on or ended meanwhile."""


class HandOvers:
    """
    Args:
        staffed: whether anybody may take conversations over; nobody may: the hotline is named.
    """

    def __init__(
        self,
        store: Store,
        conversations: Conversations,
        callbacks: CallBacks,
        desk: DeskHours,
        staffed: Callable[[Session], bool],
    ) -> None:
        self._store = store
        self._conversations = conversations
        self._callbacks = callbacks
        self._desk = desk
        self._staffed = staffed

    def ask(self, conversation: Conversation, otherwise: Messages) -> Messages:
        """What is said to who asks for a person; `otherwise` where this desk has nobody.

        Asked again it is the same hand-over. What else the assistant said stays: of a draft that
        waits, say.
        """
        with self._store.writing() as session:
            if not self._staffed(session):
                return otherwise
            ask(session, conversation.sender, there=open_now(self._desk.hours, now()))
            stands = standing(session, conversation.sender, self._desk)
        if stands is None or stands.state is State.TAKEN:
            return []
        return [self._told(stands), *(one for one in otherwise if not wants_person([one]))]

    def about_waiting(self, conversation: Conversation, text: str) -> Messages | None:
        """The answer to who waits and speaks of the waiting; None: it is for the assistant."""
        with self._store.reading() as session:
            stands = standing(session, conversation.sender, self._desk)
            if stands is None or stands.state is State.TAKEN:
                return None
            about = about_waiting(text, shown_last(session, conversation.id))
        match about:
            case About.LEAVES:
                return self.never_mind(conversation, []) or None
            case About.ASKS:
                return [self._told(stands, asked=True)]
        return None

    def _told(self, stands: Standing, *, asked: bool = False) -> dict[str, Any]:
        if stands.position:
            text = words.queued_reply(stands.position, stands.wait_min, asked=asked)
        else:
            text = words.nobody_there_reply(self._desk.hours, promise(self._desk))
        return notice("handover", text, state=stands.state)

    def never_mind(self, conversation: Conversation, otherwise: Messages) -> Messages:
        """What is said to who needs no person any more; `otherwise` to who waits for none."""
        with self._store.writing() as session:
            one = open_of(session, conversation.sender)
            if one is None or not move(session, one.id, Act.CLOSE, _WAITS, why=Why.CITIZEN):
                return otherwise
        return [notice(Act.CLOSE, words.closed(Why.CITIZEN))]

    def standing(self, sender: str) -> Standing | None:
        with self._store.reading() as session:
            return standing(session, sender, self._desk)

    def citizen_here(self, sender: str) -> None:
        with self._store.writing() as session:
            citizen_here(session, sender)

    def citizen_types(self, sender: str) -> None:
        with self._store.writing() as session:
            citizen_here(session, sender, typing=True)

    def citizen_ends(self, conversation: Conversation, how: Literal["give_back", "close"]) -> None:
        """Go back to the assistant, or stop waiting or talking.

        Raises:
            NotPossible, Gone
        """
        why = Why.CITIZEN
        text = words.given_back(why) if how == "give_back" else words.closed(why)
        act = Act(how)
        with self._store.writing() as session:
            one = open_of(session, conversation.sender)
            must(one is not None)
            assert one is not None
            last = farewell(session, one, notice(act, text))
            self._conversations.push(session, conversation.id, last)
            must(move(session, one.id, act, why=why))

    def call_back(self, conversation: Conversation, number: str) -> datetime:
        """Take down a number whose owner agreed to `words.consent`; until when they are called.

        Raises:
            NotPossible: they don't wait for a person.
            Gone
        """
        until = promise(self._desk)
        consent = words.consent(self._desk.call_back_days)
        with self._store.writing() as session:
            text = words.called_back(until)
            self._conversations.push(session, conversation.id, notice("call_back", text))
            one = open_of(session, conversation.sender)
            must(one is not None and move(session, one.id, Act.CLOSE, _WAITS, why=Why.CALL_BACK))
            self._callbacks.write(session, conversation.sender, number, consent, until)
        return until


def wants_person(messages: Messages) -> bool:
    """Whether the assistant's answer is that the citizen wants a person."""
    return "handover" in _kinds(messages)


def wants_nobody(messages: Messages) -> bool:
    """Whether the assistant understood that nothing more is needed: who waits for a person then
    means that one."""
    return "nothing_more" in _kinds(messages)


def _kinds(messages: Messages) -> set[Any]:
    return {(message.get("payload") or {}).get("kind") for message in messages}


def notice(kind: str, text: str, **members: object) -> dict[str, Any]:
    """A message of the desk itself."""
    payload = {"type": "notice", "kind": kind, "quick_replies": [], **members}
    return {"text": text, "payload": payload}


def must(done: bool) -> None:
    """
    Raises:
        NotPossible: it was not done; the transaction ends.
    """
    if not done:
        raise NotPossible
