"""The turn log of a period as columns in memory, read again as soon as the log has changed.

Asking the database anew for each figure takes seconds over a quarter (docs/figures.md); its rows,
once read, are counted in milliseconds. A day is read once and kept for as long as the database
says that its rows are the same: nothing here can disagree with the log.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Integer, cast, func, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from bot.clock import today
from bot.insight.period import MOST_DAYS, Period, moment
from bot.insight.tables import TurnLog

Codes = NDArray[np.int32]  # of words, see `Words`; NONE where the log has none
NONE = -1
_HANOI_HOURS = 7  # before UTC, all year
_READ = (
    type_coerce(TurnLog.at, NullType), TurnLog.who, TurnLog.channel, TurnLog.intent,
    TurnLog.procedure, TurnLog.decision, TurnLog.outcome, TurnLog.ms, TurnLog.ward, TurnLog.useful,
)  # fmt: skip
_PRINT = select(
    func.count(TurnLog.id),
    func.sum(TurnLog.id),
    func.count(TurnLog.useful),
    func.sum(cast(TurnLog.useful, Integer)),
)
Print = tuple[Any, ...]


class Words:
    """A number for each word that stands in the log, the same for as long as the process lives."""

    def __init__(self) -> None:
        self._codes: dict[str | None, int] = {None: NONE}
        self._names: list[str] = []

    def codes(self, words: tuple[str | None, ...]) -> Codes:
        for word in set(words):
            if word is not None and word not in self._codes:
                self._codes[word] = len(self._names)
                self._names.append(word)
        return np.fromiter(map(self._codes.__getitem__, words), np.int32, len(words))

    def __len__(self) -> int:
        return len(self._names)

    def code(self, word: str) -> int:
        """NONE - 1, which stands nowhere, for a word that was never seen."""
        return self._codes.get(word, NONE - 1)

    def name(self, code: int) -> str | None:
        return None if code == NONE else self._names[code]


@dataclass(frozen=True)
class Turns:
    """Turns of some days, one entry each in every column.

    Attributes:
        day: since 1 January 1970, in Hanoi; `hour` 0 to 23 likewise.
        who: a number for each conversation, below `people`.
        ms: what the person waited.
        useful: 1, 0, or NONE without a thumb.
    """

    words: Words
    people: int
    day: Codes
    hour: Codes
    who: Codes
    channel: Codes
    intent: Codes
    procedure: Codes
    decision: Codes
    outcome: Codes
    ms: NDArray[np.float64]
    ward: Codes
    useful: Codes

    def __len__(self) -> int:
        return len(self.day)

    def are(self, column: Codes, *words: str) -> NDArray[np.bool_]:
        return np.isin(column, [self.words.code(word) for word in words])

    def only(self, chosen: NDArray[np.bool_]) -> Turns:
        columns = {name: getattr(self, name)[chosen] for name in _COLUMNS}
        return Turns(self.words, self.people, **columns)

    def count_people(self, chosen: NDArray[np.bool_] | None = None) -> int:
        """How many conversations have a turn here; with `chosen`, one of those."""
        who = self.who if chosen is None else self.who[chosen]
        return int(np.count_nonzero(np.bincount(who)))


_COLUMNS = tuple(field.name for field in fields(Turns))[2:]


class TurnReader:
    """Shared by all threads of a process."""

    def __init__(self) -> None:
        self._words, self._people = Words(), Words()
        self._days: dict[date, tuple[Print, Turns]] = {}
        self._lock = Lock()

    def read(self, session: Session, period: Period) -> Turns:
        with self._lock:
            if len(self._days) > 2 * MOST_DAYS:
                self._days.clear()
                self._people = Words()
            days = [self._day(session, day) for day in period.days]
        columns = {name: np.concatenate([getattr(d, name) for d in days]) for name in _COLUMNS}
        return Turns(self._words, len(self._people), **columns)

    def _day(self, session: Session, day: date) -> Turns:
        mine = (TurnLog.at >= moment(day), TurnLog.at < moment(day + timedelta(days=1)))
        connection = session.connection()
        seen = tuple(connection.execute(_PRINT.where(*mine)).one())
        kept = self._days.get(day)
        if kept and kept[0] == seen:
            return kept[1]
        turns = self._columns(connection.execute(select(*_READ).where(*mine)).all(), day)
        if day < today():  # today's last row may go, and another come in its place
            self._days[day] = seen, turns
        return turns

    def _columns(self, rows: Any, day: date) -> Turns:
        columns = list(zip(*rows, strict=True)) or [()] * len(_READ)
        at, who, channel, intent, procedure, decision, outcome, ms, ward, useful = columns
        count, codes = len(at), self._words.codes
        return Turns(
            words=self._words,
            people=len(self._people),
            day=np.full(count, (day - date(1970, 1, 1)).days, np.int32),
            hour=np.fromiter(map(_hour, at), np.int32, count),
            who=self._people.codes(who),
            channel=codes(channel),
            intent=codes(intent),
            procedure=codes(procedure),
            decision=codes(decision),
            outcome=codes(outcome),
            ms=np.array(ms, np.float64),
            ward=codes(ward),
            useful=np.fromiter((NONE if u is None else u for u in useful), np.int32, count),
        )


def _hour(at: datetime | str) -> int:
    """Of the day in Hanoi; SQLite's text is not read whole: that takes longer than the rest."""
    utc = int(at[11:13]) if isinstance(at, str) else at.astimezone(UTC).hour
    return (utc + _HANOI_HOURS) % 24
