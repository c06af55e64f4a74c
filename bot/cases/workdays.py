"""Working days in Viet Nam: public holidays and moved ones come from the `holidays` library."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from threading import Lock

from holidays import country_holidays

_DAY = timedelta(days=1)
_CALENDAR = country_holidays("VN")
_FILLING = Lock()  # it notes a year before it has its holidays: another thread would find none


@lru_cache(maxsize=8192)
def is_working_day(day: date) -> bool:
    with _FILLING:
        return bool(_CALENDAR.is_working_day(day))


def working_days(start: date, end: date) -> int:
    """Working days after `start`, up to and with `end`; 0 when `end` is not later."""
    return sum(is_working_day(start + n * _DAY) for n in range(1, (end - start).days + 1))


def after_working_days(day: date, count: int) -> date:
    """The day that is `count` working days after `day`; `day` itself for 0."""
    while count > 0:
        day += _DAY
        count -= is_working_day(day)
    return day
