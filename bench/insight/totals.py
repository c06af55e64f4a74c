"""How large the made-up quarter is: exactly what the city reported of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Totals:
    """Users are sessions on the page and callers together; questions are of all channels.

    Raises:
        ValueError: they do not fit each other.
    """

    users: int = 73_568
    questions: int = 564_549
    calls: int = 9_021
    hours: int = 204

    def __post_init__(self) -> None:
        if not 0 < self.calls < self.users < self.questions or self.hours * 60 < self.calls / 6:
            raise ValueError("fewer calls than users, fewer users than questions, calls of 10 s")


@dataclass(frozen=True)
class Days:
    """Days in Hanoi, the last one included."""

    first: date
    last: date

    @property
    def all(self) -> list[date]:
        count = (self.last - self.first).days + 1
        return [self.first + timedelta(days=n) for n in range(count)]


def last_quarter(today: date) -> Days:
    """The last whole quarter of a year before `today`."""
    start = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    last = start - timedelta(days=1)
    return Days(date(last.year, last.month - 2, 1), last)
