"""Hand-overs of conversations, from the adviser's side. Acts as in `handovers.py`.

Each says who does it, so that only the adviser who has a conversation moves it on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.care import handover_words as words
from bot.care.handover import Act, State, Why, held_by, move, take
from bot.care.handover_queue import mine, queue
from bot.care.handover_standing import adviser_here
from bot.care.tables import HandOver
from bot.channels.conversations import Conversations
from bot.channels.farewell import farewell
from bot.channels.handovers import must, notice
from bot.staff import audit
from bot.store import Store


@dataclass(frozen=True)
class Adviser:
    """
    Attributes:
        id: of the account.
        shown: the name that citizens see.
    """

    id: int
    shown: str


class Advisers:
    def __init__(self, store: Store, conversations: Conversations) -> None:
        self._store = store
        self._conversations = conversations

    def queue(self) -> Sequence[HandOver]:
        with self._store.reading() as session:
            return queue(session)

    def mine(self, me: Adviser) -> Sequence[HandOver]:
        with self._store.reading() as session:
            return mine(session, me.id)

    def held(self, handover: int, me: Adviser) -> HandOver | None:
        """The hand-over, if this adviser has it just now."""
        with self._store.reading() as session:
            one = session.get(HandOver, handover)
        return one if one and one.state == State.TAKEN and one.adviser == me.id else None

    def take(self, handover: int, me: Adviser) -> None:
        """
        Raises:
            NotPossible: somebody else was first, or nobody waits there any more.
            Gone: the conversation was deleted.
        """
        joined = notice(Act.TAKE, words.joined(me.shown), shown=me.shown)
        with self._acting(handover, me, Act.TAKE, joined) as session:
            must(take(session, handover, me.id, me.shown))

    def say(
        self, handover: int, me: Adviser, text: str, also: Callable[[Session], None] | None = None
    ) -> None:
        """
        Args:
            text: redacted (`bot.channels.edge.clean_staff`).
            also: done in the same transaction; what it raises undoes the whole.

        Raises:
            NotPossible: they don't have the conversation any more.
            Gone
        """
        payload = {"type": "person", "shown": me.shown}
        with self._saying(handover, {"text": text, "payload": payload}) as session:
            must(adviser_here(session, handover, me.id, typing=False))
            if also:
                also(session)

    def put_back(self, handover: int, me: Adviser) -> None:
        """Back into the queue, for another adviser.

        Raises:
            NotPossible, Gone
        """
        self._end(handover, me, Act.PUT_BACK, words.PUT_BACK, None)

    def give_back(self, handover: int, me: Adviser) -> None:
        """To the assistant.

        Raises:
            NotPossible, Gone
        """
        why = Why.ADVISER
        self._end(handover, me, Act.GIVE_BACK, words.given_back(why), why)

    def close(self, handover: int, me: Adviser) -> None:
        """
        Raises:
            NotPossible, Gone
        """
        self._end(handover, me, Act.CLOSE, words.closed(Why.ADVISER), Why.ADVISER)

    def here(self, handover: int, me: Adviser, *, typing: bool | None = None) -> bool:
        """Note that the adviser is there; false: they don't have it any more."""
        with self._store.writing() as session:
            return adviser_here(session, handover, me.id, typing=typing)

    def _end(self, handover: int, me: Adviser, act: Act, text: str, why: Why | None) -> None:
        last = why is not None
        with self._acting(handover, me, act, notice(act, text), last=last) as session:
            must(move(session, handover, act, held_by(me.id), why=why))

    @contextmanager
    def _acting(
        self, handover: int, me: Adviser, act: Act, message: dict[str, Any], *, last: bool = False
    ) -> Iterator[Session]:
        with self._saying(handover, message, last=last) as session:
            yield session
            audit.note(session, me.id, f"handover-{act.replace('_', '-')}", str(handover))

    @contextmanager
    def _saying(
        self, handover: int, message: dict[str, Any], *, last: bool = False
    ) -> Iterator[Session]:
        """A transaction that has written `message`, perhaps the `last` one of a hand-over, into
        its conversation."""
        with self._store.writing() as session:
            one = session.get(HandOver, handover)
            must(one is not None)
            assert one is not None
            message = farewell(session, one, message) if last else message
            self._conversations.push_to(session, one.sender, message)
            yield session
