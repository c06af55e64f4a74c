"""When a person is there, and when next."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.care.hours import next_session, open_now
from bot.clock import HANOI

HOURS = "07:30-17:00"


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        (datetime(2026, 7, 1, 1, 0, tzinfo=UTC), True),  # eight in Hanoi, a Wednesday
        (datetime(2026, 7, 1, 12, 0, tzinfo=UTC), False),  # seven in the evening
        (datetime(2026, 7, 4, 3, 0, tzinfo=UTC), False),  # a Saturday
        (datetime(2026, 9, 2, 3, 0, tzinfo=UTC), False),  # the national day
    ],
)
def test_people_are_there_in_their_hours(moment: datetime, there: bool) -> None:
    assert open_now(HOURS, moment) is there


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (datetime(2026, 7, 1, 6, 0, tzinfo=HANOI), datetime(2026, 7, 1, 7, 30)),  # this morning
        (datetime(2026, 7, 1, 19, 0, tzinfo=HANOI), datetime(2026, 7, 2, 7, 30)),
        (datetime(2026, 7, 1, 9, 0, tzinfo=HANOI), datetime(2026, 7, 2, 7, 30)),  # not the one now
        (datetime(2026, 7, 3, 19, 0, tzinfo=HANOI), datetime(2026, 7, 6, 7, 30)),  # a Friday
        (datetime(2027, 2, 4, 20, 0, tzinfo=HANOI), datetime(2027, 2, 11, 7, 30)),  # before Tết
    ],
)
def test_a_promise_is_of_a_working_day(moment: datetime, opens: datetime) -> None:
    found, closes = next_session(HOURS, moment)
    assert found == opens.replace(tzinfo=HANOI)
    assert (closes.date(), closes.hour) == (opens.date(), 17)


def test_hours_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="'bảy giờ'"):
        open_now("bảy giờ-17:00", datetime.now(UTC))
