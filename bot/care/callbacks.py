"""Who wants to be called back: taken down, listed for staff, ended. Plain blocking calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from bot.care.sealed import Sealed, Unreadable
from bot.care.tables import CallBack
from bot.store import Store, now

End = Literal["called", "withdrawn", "not_reached"]


@dataclass(frozen=True)
class Waiting:
    """`promised`: until when they were told to be called; None: nothing was said."""

    id: int
    at: datetime
    number: str
    promised: datetime | None = None


class CallBacks:
    """
    Args:
        key: seals the numbers (`bot.keyed.load_key`).
    """

    def __init__(self, store: Store, key: bytes) -> None:
        self._store = store
        self._sealed = Sealed(key, "call-back")

    def take(
        self, sender: str, number: str, wording: str, promised: datetime | None = None
    ) -> None:
        """Write down a wish, to whose `wording` the caller agreed just now; a second one of the
        same conversation replaces the first."""
        with self._store.writing() as session:
            self.write(session, sender, number, wording, promised)

    def write(
        self,
        session: Session,
        sender: str,
        number: str,
        wording: str,
        promised: datetime | None = None,
    ) -> None:
        """The same in the caller's transaction, with until when they are `promised` a call."""
        session.execute(
            update(CallBack)
            .where(CallBack.sender == sender, CallBack.ended.is_(None))
            .values(ended("withdrawn"))
        )
        session.add(
            CallBack(
                sender=sender,
                at=now(),
                wording=wording,
                number=self._sealed.seal(number),
                promised=promised,
            )
        )

    def waiting(self) -> Iterator[Waiting]:
        """The oldest first.

        Raises:
            Unreadable: one was sealed with another key.
        """
        query = select(CallBack).where(CallBack.ended.is_(None)).order_by(CallBack.at)
        with self._store.reading() as session:
            for row in session.scalars(query):
                number = self._sealed.open(row.number or "")
                yield Waiting(row.id, row.at, number, row.promised)

    def of(self, sender: str, number: str) -> list[int]:
        """Those that wait: of this conversation, or for `number` ("": unknown)."""
        query = select(CallBack).where(CallBack.ended.is_(None))
        with self._store.reading() as session:
            return [
                row.id for row in session.scalars(query)
                if row.sender == sender or (number and self._number(row) == number)
            ]  # fmt: skip

    def withdraw(self, sender: str, number: str) -> bool:
        """End those of `of`; false when there are none."""
        found = self.of(sender, number)
        for wish in found:
            self.end(wish, "withdrawn")
        return bool(found)

    def _number(self, row: CallBack) -> str:
        """ "" where it was sealed with another key."""
        try:
            return self._sealed.open(row.number or "")
        except Unreadable:
            return ""

    def end(self, wish: int, how: End) -> bool:
        """Forget its number; false when there is no such wish that waits."""
        with self._store.writing() as session:
            done: CursorResult[object] = session.execute(  # type: ignore[assignment]
                update(CallBack)
                .where(CallBack.id == wish, CallBack.ended.is_(None))
                .values(ended(how))
            )
        return done.rowcount == 1


def ended(how: End) -> dict[str, object]:
    """What ending a wish writes: its number is forgotten."""
    return {"number": None, "ended": how, "ended_at": now()}
