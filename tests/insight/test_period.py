"""Which periods are taken, and what is said of absurd ones."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.insight.period import BadPeriod, Period, read_period

TODAY = date(2026, 11, 22)


def test_days_begin_at_midnight_in_hanoi() -> None:
    period = Period(date(2026, 7, 1), date(2026, 9, 30))
    assert len(period) == 92
    assert period.start == datetime(2026, 6, 30, 17, tzinfo=UTC)
    assert period.end == datetime(2026, 9, 30, 17, tzinfo=UTC)


def test_both_ways_to_write_a_date_are_read() -> None:
    assert read_period("2026-07-01", " 30/09/2026 ", TODAY) == Period(
        date(2026, 7, 1), date(2026, 9, 30)
    )


def test_without_dates_it_is_the_last_30_whole_days() -> None:
    assert read_period("", "", TODAY) == Period(date(2026, 10, 23), date(2026, 11, 21))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-09-30", "2026-07-01", "đứng trước ngày đầu"),
        ("1926-01-01", "2026-01-01", "nhiều nhất 366 ngày"),
        ("2026-11-01", "2026-11-23", "ở tương lai"),
        ("2027-11-01", "2027-11-23", "ở tương lai"),
        ("2020-01-01", "2020-02-01", "trước ngày 01/07/2025"),
        ("hôm qua", "2026-01-01", "Không đọc được ngày “hôm qua”"),
        ("2026-02-30", "2026-03-01", "Không đọc được ngày"),
        ("'; DROP TABLE turn_log; --", "2026-03-01", "Không đọc được ngày"),
        ("2026-09-01", "", "cả ngày đầu và ngày cuối"),
        ("9" * 5000, "2026-03-01", "Không đọc được ngày"),
    ],
)
def test_absurd_ones_are_refused_with_a_sentence(first: str, last: str, said: str) -> None:
    with pytest.raises(BadPeriod, match=said):
        read_period(first, last, TODAY)
