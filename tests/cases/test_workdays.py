"""Vietnamese working days."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import date, timedelta
from threading import Event

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from bot.cases import workdays
from bot.cases.workdays import after_working_days, is_working_day, working_days

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 7, 15), True),
        (date(2026, 7, 18), False),  # Saturday
        (date(2026, 2, 17), False),  # Tết
        (date(2026, 4, 27), False),  # for the Hung Kings' day, which was a Sunday
        (date(2026, 8, 31), False),  # moved
        (date(2026, 8, 22), True),  # a Saturday worked instead
    ],
)
def test_holidays_and_moved_days(day: date, works: bool) -> None:
    assert is_working_day(day) is works


def test_who_asks_while_a_year_is_being_looked_up_is_told_its_holidays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calendar = country_holidays("VN")
    looked_up, begun, goes_on = calendar._populate, Event(), Event()

    def slowly(year: int) -> None:
        begun.set()
        goes_on.wait(30)
        looked_up(year)

    monkeypatch.setattr(calendar, "_populate", slowly)
    monkeypatch.setattr(workdays, "_CALENDAR", calendar)
    is_working_day.cache_clear()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(is_working_day, date(2026, 2, 17))
        assert begun.wait(30)
        second = pool.submit(is_working_day, date(2026, 2, 18))
        wait([second], timeout=0.3)  # it has time for a wrong answer
        goes_on.set()
        assert (first.result(), second.result()) == (False, False), "Tết is no working day"


def test_counting_goes_over_a_weekend() -> None:
    friday, monday = date(2026, 7, 17), date(2026, 7, 20)
    assert working_days(friday, monday) == 1
    assert after_working_days(friday, 1) == monday
    assert working_days(monday, friday) == 0


@given(DAYS, st.integers(1, 60))
def test_counting_takes_back_what_adding_gave(day: date, count: int) -> None:
    assert working_days(day, after_working_days(day, count)) == count


@given(DAYS, st.integers(0, 90), st.integers(0, 90))
def test_stretches_add_up(day: date, first: int, second: int) -> None:
    middle = day + timedelta(days=first)
    end = middle + timedelta(days=second)
    assert working_days(day, middle) + working_days(middle, end) == working_days(day, end)
