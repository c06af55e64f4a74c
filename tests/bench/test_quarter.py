"""The made-up quarter has exactly its totals, is the same each time, and keeps off real rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bench.insight.quarter import RealRows, fill
from bench.insight.totals import Days, Totals, last_quarter
from bot.catalogue.store import load_catalogue
from bot.insight.period import Period
from bot.insight.report import Insight
from bot.insight.tables import TurnLog
from bot.store import Store, migrate, now

TOTALS = Totals(users=1234, questions=9876, calls=150, hours=4)
DAYS = Days(date(2026, 7, 1), date(2026, 9, 30))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'motcua.db'}"
    migrate(url)
    store = Store(url)
    yield store
    store.close()


def _told(store: Store) -> dict[str, float | None]:
    insight = Insight(store, lambda: load_catalogue().procedures, 180)
    report = insight.report(Period(DAYS.first, DAYS.last), date(2026, 10, 1))
    assert report.demo
    return {figure.of.key: figure.value for group in report.groups for figure in group.figures}


@pytest.mark.parametrize("seed", [1, 2])
def test_the_report_tells_exactly_what_was_put_in(store: Store, seed: int) -> None:
    fill(store, TOTALS, DAYS, seed)
    told = _told(store)
    assert told["users"] == 1234
    assert told["questions"] == 9876
    assert told["calls"] == 150
    assert told["call_hours"] == pytest.approx(4, abs=1e-6)
    assert told["handovers"]
    assert 1 <= (told["score"] or 0) <= 5
    fill(store, TOTALS, DAYS, seed)  # in place of the earlier one, and the same
    assert _told(store) == told


def test_a_database_with_a_real_turn_is_refused(store: Store) -> None:
    fill(store, TOTALS, DAYS)
    with store.writing() as session:
        session.add(
            TurnLog(at=now(), turn_id="thật", who="an", channel="web", outcome="answered", ms=1.0)
        )
    with pytest.raises(RealRows):
        fill(store, TOTALS, DAYS)
    assert _told(store)["questions"] == 9876


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 22), date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 1, 1), date(2025, 10, 1), date(2025, 12, 31)),
        (date(2026, 6, 30), date(2026, 1, 1), date(2026, 3, 31)),
    ],
)
def test_the_usual_one_is_the_last_whole_quarter(today: date, first: date, last: date) -> None:
    assert last_quarter(today) == Days(first, last)


def test_totals_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="fewer users than questions"):
        Totals(users=100, questions=50, calls=10, hours=1)
