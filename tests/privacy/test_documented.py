"""docs/privacy.md names everything that is kept, and everything that is kept has an end."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from bot.privacy.trackers import RasaEvent
from bot.privacy.words import EXPLAINED
from bot.settings import ROOT, Settings
from bot.store import Base, migrate
from bot.web.privacy import open_privacy

for path in (ROOT / "bot").glob("*/tables.py"):  # importing them fills Base.metadata
    importlib.import_module(f"bot.{path.parent.name}.tables")

TEXT = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
TABLES = set(Base.metadata.tables) | {RasaEvent.__tablename__}
WITHOUT_END = {"case_record", "staff_account"}  # as docs/privacy.md says


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_table_has_its_row(table: str) -> None:
    assert re.search(rf"^\| `{table}`", TEXT, re.MULTILINE)


def test_every_table_ends(tmp_path: Path) -> None:
    config = Settings(var_dir=tmp_path, database_url="")
    migrate(config.database)
    privacy = open_privacy(config)
    assert set(privacy.expire(dry=True)) - {"log"} == TABLES - WITHOUT_END
    privacy.close()


def test_every_field_of_an_export_is_explained() -> None:
    tables = Base.metadata.tables | {RasaEvent.__tablename__: RasaEvent.__table__}
    for table, fields in EXPLAINED.items():
        assert list(fields) == [column.name for column in tables[table].columns], table


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("conversation_days", "{} days after the last message"),
        ("tracker_days", "{} day, and never"),
        ("turn_log_days", "{} days; whose"),
        ("case_lookup_days", "{} days, longer"),
        ("staff_audit_days", "{} days | admins"),
        ("call_back_days", "{:.0f} days; the number"),
        ("log_days", "{} days: a new file"),
    ],
)
def test_the_periods_are_the_defaults(setting: str, said: str) -> None:
    assert said.format(Settings.model_fields[setting].default) in TEXT


def test_what_the_page_keeps_in_the_browser_is_named() -> None:
    scripts = [path.read_text() for path in (ROOT / "bot/web/static").rglob("*.js")]
    used = r"""(?:kept|tab)\.(?:get|set|removeAll)\(["`]([\w.]+)|remember\("(\w+)\""""
    names = {a or b for text in scripts for a, b in re.findall(used, text)}
    assert {"session", "draft", "outbox", "size", "theme", "ticks."} <= names
    for name in names:
        assert f"`motcua.{name}" in TEXT, name
    assert not any("document.cookie" in text for text in scripts)
