"""Calling back, from the staff's side: whose turn it is, the number, what came of it.

Plain blocking calls. Each act is one conditional UPDATE, so of two advisers one does it and the
other is told; it is written into the audit log with the wish's number, never the telephone's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from bot.care.callbacks import End, ended
from bot.care.sealed import Sealed
from bot.care.tables import CallBack
from bot.staff import audit
from bot.store import Store, now

HELD = timedelta(hours=1)  # then a colleague may take over what was taken and left lying
TRIES = 3  # calls that nobody answered: then it may be given up


class TooLate(Exception):
    """A colleague has it, or it has ended meanwhile."""


@dataclass(frozen=True)
class Wish:
    """One line of the list. The telephone number is not in it.

    Attributes:
        adviser: the account that has it just now; None: nobody.
        late: the promise has passed.
    """

    row: CallBack
    adviser: int | None
    late: bool

    @property
    def may_give_up(self) -> bool:
        return self.row.tries >= TRIES


class CallBackDesk:
    """
    Args:
        key: has sealed the numbers (`bot.keyed.load_key`).
    """

    def __init__(self, store: Store, key: bytes) -> None:
        self._store = store
        self._sealed = Sealed(key, "call-back")

    def listed(self) -> list[Wish]:
        """Those that wait: broken promises first, then the nearest promise."""
        with self._store.reading() as session:
            rows: Sequence[CallBack] = session.scalars(
                select(CallBack).where(CallBack.ended.is_(None))
            ).all()
        wishes = [
            Wish(row, _holder(row), row.promised is not None and row.promised < now())
            for row in rows
        ]
        return sorted(wishes, key=lambda one: (not one.late, one.row.promised or one.row.at))

    def take(self, wish: int, adviser: int) -> None:
        """
        Raises:
            TooLate
        """
        left = or_(CallBack.adviser.is_(None), CallBack.taken_at < now() - HELD)
        mine = {"adviser": adviser, "taken_at": now()}
        with self._store.writing() as session:
            _do(session, "call-back-take", wish, adviser, left, mine)

    def number(self, wish: int, adviser: int) -> str:
        """The telephone number, for who has taken it.

        Raises:
            TooLate
            Unreadable: it was sealed with another key.
        """
        with self._store.writing() as session:
            held = CallBack.adviser == adviser
            _do(session, "call-back-number", wish, adviser, held, {"taken_at": now()})
            row = session.get_one(CallBack, wish)
            return self._sealed.open(row.number or "")

    def not_reached(self, wish: int, adviser: int) -> None:
        """Nobody answered: it goes back into the list, to be tried again.

        Raises:
            TooLate
        """
        tried = {"tries": CallBack.tries + 1, "tried_at": now()}
        self._act("call-back-missed", wish, adviser, {**_LET_GO, **tried})

    def let_go(self, wish: int, adviser: int) -> None:
        """Back into the list, without a call.

        Raises:
            TooLate
        """
        self._act("call-back-let-go", wish, adviser, _LET_GO)

    def end(self, wish: int, adviser: int, how: End) -> None:
        """It is over, its number is forgotten; given up only after TRIES calls.

        Raises:
            TooLate
        """
        enough = [CallBack.tries >= TRIES] if how == "not_reached" else []
        self._act(f"call-back-{how.replace('_', '-')}", wish, adviser, ended(how), *enough)

    def _act(
        self, act: str, wish: int, adviser: int, values: dict[str, Any], *only: ColumnElement[bool]
    ) -> None:
        with self._store.writing() as session:
            held = CallBack.adviser == adviser
            for condition in only:
                held &= condition
            _do(session, act, wish, adviser, held, values)


_LET_GO: dict[str, Any] = {"adviser": None, "taken_at": None}


def _holder(row: CallBack) -> int | None:
    lying = row.taken_at is None or row.taken_at < now() - HELD
    return None if lying else row.adviser


def _do(
    session: Session,
    act: str,
    wish: int,
    adviser: int,
    only: ColumnElement[bool],
    values: dict[str, Any],
) -> None:
    done: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        update(CallBack)
        .where(CallBack.id == wish, CallBack.ended.is_(None), only)
        .values(values)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount != 1:
        raise TooLate
    audit.note(session, adviser, act, str(wish))
