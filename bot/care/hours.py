"""When a person is there: on the telephone, at the desk."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.cases.workdays import is_working_day
from bot.clock import HANOI

_DAY = timedelta(days=1)


def open_now(hours: str, moment: datetime) -> bool:
    """Whether `moment` is on a working day within `hours` ("07:30-17:00"), as it is in Hanoi.

    Raises:
        ValueError: `hours` are written otherwise.
    """
    opens, closes = _read(hours)
    here = moment.astimezone(HANOI)
    return is_working_day(here.date()) and opens <= here.time() < closes


def next_session(hours: str, moment: datetime) -> tuple[datetime, datetime]:
    """The next opening after `moment` and its end, in Hanoi's time; not the one that goes on now.

    Raises:
        ValueError: as `open_now`.
    """
    opens, closes = _read(hours)
    here = moment.astimezone(HANOI)
    day = here.date() if here.time() < opens else here.date() + _DAY
    while not is_working_day(day):
        day += _DAY
    return datetime.combine(day, opens, HANOI), datetime.combine(day, closes, HANOI)


def _read(hours: str) -> tuple[time, time]:
    opens, closes = (time.fromisoformat(part.strip()) for part in hours.split("-"))
    return opens, closes
