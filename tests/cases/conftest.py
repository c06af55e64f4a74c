"""A registry with a few cases, on SQLite and, where there is one, on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cases.cli import app
from bot.cases.model import Case, CaseState
from bot.cases.registry import Entry
from bot.cases.service import Cases, open_cases
from bot.clock import HANOI
from bot.settings import Settings
from bot.settings import settings as settings_in_force
from bot.store import migrate
from tests.postgresql import own_schema

CODE = "H26.12-250701-0001"
PHONE, CCCD = "5678", "0123"


def a_case(code: str = CODE, **facts: object) -> Case:
    """A case that is being processed; `facts` replace or add."""
    usual: dict[str, object] = {
        "procedure": "1.001193",
        "title": "Đăng ký khai sinh",
        "state": CaseState.PROCESSING,
        "received": date(2026, 7, 1),
        "due": date(2026, 7, 15),
        "source": "Sổ hồ sơ thử",
        "source_time": datetime(2026, 7, 10, 8, 30, tzinfo=HANOI),
    }
    return Case.model_validate({"code": code} | usual | facts)


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    if request.param == "sqlite":
        yield Settings(var_dir=tmp_path)
        return
    with own_schema() as url:
        yield Settings(var_dir=tmp_path, database_url=url)


@pytest.fixture
def cases(settings: Settings) -> Iterator[Cases]:
    """Everything about cases over a fresh database with one case in it."""
    migrate(settings.database)
    opened = open_cases(settings)
    opened.registry.put([Entry(a_case(), PHONE, CCCD)])
    yield opened
    opened.close()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """The command line with its state in the test's folder."""
    monkeypatch.setenv("MOTCUA_VAR_DIR", str(tmp_path / "var"))
    monkeypatch.delenv("MOTCUA_DATABASE_URL", raising=False)
    settings_in_force.cache_clear()
    yield settings_in_force()
    settings_in_force.cache_clear()


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])
