"""A turn log written by hand, on SQLite and, where there is one, on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.model import Procedure
from bot.catalogue.store import load_catalogue
from bot.clock import HANOI
from bot.insight.model import Figure, Report, Table
from bot.insight.period import Period
from bot.insight.report import Insight
from bot.insight.tables import CallRecord, TurnLog
from bot.settings import ROOT, Settings
from bot.store import Store, migrate
from tests.postgresql import own_schema

DAY = date(2026, 9, 1)
TODAY = date(2026, 10, 1)
SEPTEMBER = Period(DAY, date(2026, 9, 30))


@pytest.fixture(params=["sqlite", "postgresql"])
def config(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    if request.param == "sqlite":
        yield Settings(var_dir=tmp_path, database_url="")
        return
    with own_schema() as url:
        yield Settings(var_dir=tmp_path, database_url=url)


@pytest.fixture
def store(config: Settings) -> Iterator[Store]:
    migrate(config.database)
    store = Store(config.database)
    yield store
    store.close()


@pytest.fixture(scope="session")
def procedures() -> dict[str, Procedure]:
    return load_catalogue(ROOT / "data" / "catalogue").procedures


@pytest.fixture
def insight(store: Store, procedures: dict[str, Procedure]) -> Insight:
    return Insight(store, lambda: procedures, kept_days=180)


@pytest.fixture
def september(insight: Insight) -> Callable[..., Report]:
    return lambda *groups: insight.report(SEPTEMBER, TODAY, groups)


Log = Callable[..., None]
_serials = count()


@pytest.fixture
def turn(store: Store) -> Log:
    """Writes turns of one conversation: an answered question about birth, unless said otherwise."""

    def write(who: str = "an", times: int = 1, on: date = DAY, hour: int = 9, **facts: Any) -> None:
        usual: dict[str, Any] = {
            "channel": "web",
            "intent": "ask_papers",
            "procedure": "1.001193",
            "decision": "answer",
            "outcome": "answered",
            "ms": 100.0,
        }
        at = datetime.combine(on, time(hour), HANOI)
        with store.writing() as session:
            for n in range(times):
                serial = {"at": at + timedelta(seconds=n), "turn_id": f"turn {next(_serials)}"}
                session.add(TurnLog(who=who, **(usual | serial | facts)))

    return write


@pytest.fixture
def call(store: Store) -> Log:
    """Writes a call of one and a half minutes, unless said otherwise."""

    def write(caller: str | None = "máy 1", on: date = DAY, hour: int = 9, **facts: Any) -> None:
        usual: dict[str, Any] = {
            "seconds": 90.0, "turns": 2, "outcome": "answered", "cause": "hung_up",
        }  # fmt: skip
        name = f"call {next(_serials)}"
        at = datetime.combine(on, time(hour), HANOI)
        row = {"call": name, "sender": name, "carrier": "twilio", "caller": caller, "at": at}
        with store.writing() as session:
            session.add(CallRecord(**(usual | row | facts)))

    return write


def figure(report: Report, key: str) -> Figure:
    found = [f for group in report.groups for f in group.figures if f.of.key == key]
    assert len(found) == 1
    return found[0]


def table(report: Report, key: str) -> Table:
    found = [t for group in report.groups for t in group.tables if t.of.key == key]
    assert len(found) == 1
    return found[0]


def rows(report: Report, key: str) -> dict[str, tuple[float | None, ...]]:
    return {row.label: row.values for row in table(report, key).rows}
