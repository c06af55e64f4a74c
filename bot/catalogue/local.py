"""What Hanoi itself says: rules of the city, and the status of each procedure there.

Everything about a single procedure is unknown until the city supplies its table; unknown
is a value that answers say aloud ("chưa xác nhận trong danh mục của Hà Nội").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from functools import cache, lru_cache
from pathlib import Path

import yaml

from bot.catalogue.local_status import ListedOnline, LocalStatus, ServiceLevel
from bot.catalogue.local_table import read_local_table
from bot.catalogue.model import Record
from bot.catalogue.online_only import OnlineOnly, load_online_only
from bot.settings import settings

__all__ = ["CityRules", "LocalStatus", "LocalTruth", "ServiceLevel", "load_local_truth"]


class OnlineFees(Record):
    """Fees for online filing, set by a resolution of the city's council."""

    resolution: str
    issued: date
    start: date
    source: str


class SameDay(Record):
    """Procedures done the same day; received after `cutoff`, the next working day."""

    codes: tuple[str, ...]
    cutoff: time
    source: str


class CityLine(Record):
    """The city's line for feedback, complaints and the iHanoi app."""

    number: str
    extensions: str
    outside: str  # from outside Hanoi


class CityRules(Record):
    """`data/catalogue/hanoi.yml`."""

    asof: date
    online_fees: OnlineFees
    same_day: SameDay
    city_line: CityLine
    national_line: str
    online_agents: int


@dataclass(frozen=True)
class LocalTruth:
    """Status per procedure from the city's table, and its weekly list of what is taken only online;
    both empty until they are imported."""

    rows: dict[str, LocalStatus] = field(default_factory=dict)
    online_only: OnlineOnly | None = None

    def status(self, code: str) -> LocalStatus:
        """The status of `code`; all None (unknown) where the city has not said."""
        row, weekly = self.rows.get(code, LocalStatus()), self.online_only
        if weekly is None or code not in weekly.codes:
            return row
        listed = ListedOnline(asof=weekly.asof, until=weekly.until, source=weekly.source)
        return row.model_copy(update={"service_level": "online_only", "listed": listed})


def load_local_truth() -> LocalTruth:
    """What was imported, else nothing known; cheap to ask again, also for what changed."""
    table = local_table_path()
    rows = _read(table, table.stat().st_mtime_ns) if table.is_file() else {}
    return LocalTruth(rows, load_online_only())


@lru_cache(maxsize=1)
def _read(table: Path, changed_ns: int) -> dict[str, LocalStatus]:
    return read_local_table(table)


def local_table_path() -> Path:
    return settings().var_dir / "catalogue" / "local.csv"


@cache
def load_city_rules() -> CityRules:
    """The rules of the city, read once.

    Raises:
        pydantic.ValidationError: the file does not fit.
    """
    path = settings().data_dir / "catalogue" / "hanoi.yml"
    return CityRules.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
