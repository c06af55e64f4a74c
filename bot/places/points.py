"""The addresses of service points, which the city supplies as a table."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from bot.catalogue.errors import Problem, RefusedImport
from bot.catalogue.table import open_table
from bot.files import put_in_force
from bot.places.model import ServicePoint
from bot.places.wards import load_wards
from bot.settings import settings

COLUMNS = ("name", "ward_code", "address", "phone", "hours", "source")
MAX_PROBLEMS = 20


def load_points() -> tuple[ServicePoint, ...]:
    """The points in force, none until a table is imported; cheap to ask again."""
    path = points_path()
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else ()


def install_points(table: Path) -> int:
    """Check `table` and put it in force; returns how many points it names.

    Raises:
        RefusedImport: a column is missing or a row is wrong; each is named with its line.
    """
    points = read_points(table)
    put_in_force(table, points_path())
    return len(points)


def read_points(path: Path) -> tuple[ServicePoint, ...]:
    """The points of a table (columns: data/places/README.md).

    Raises:
        RefusedImport: a column is missing or a row is wrong; each is named with its line.
    """
    with open_table(path) as reader:
        return _rows(path.name, reader)


def points_path() -> Path:
    return settings().var_dir / "places" / "points.csv"


@lru_cache(maxsize=1)
def _read(path: Path, changed_ns: int) -> tuple[ServicePoint, ...]:
    return read_points(path)


def _rows(name: str, reader: csv.DictReader[str]) -> tuple[ServicePoint, ...]:
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise RefusedImport(f"Bảng {name} thiếu cột {', '.join(missing)}.")
    known = {ward.code for ward in load_wards()}
    points: list[ServicePoint] = []
    problems: list[Problem] = []
    for row in reader:
        values = {column: (row.get(column) or "").strip() for column in COLUMNS}
        reason = _wrong(values, known)
        if reason:
            problems.append(Problem(name, reader.line_num, reason))
        else:
            points.append(_point(values))
        if len(problems) >= MAX_PROBLEMS:
            break
    if problems:
        raise RefusedImport(f"Bảng {name} có dòng sai.", tuple(problems))
    return tuple(points)


def _wrong(values: dict[str, str], known: set[str]) -> str | None:
    for column in ("name", "address"):
        if not values[column]:
            return f"cột {column} để trống"
    if values["ward_code"] not in known:
        return f"không có phường, xã nào mang mã “{values['ward_code'][:20]}”"
    return None


def _point(values: dict[str, str]) -> ServicePoint:
    return ServicePoint(
        name=values["name"],
        ward_code=values["ward_code"],
        address=values["address"],
        phone=values["phone"] or None,
        hours=values["hours"] or None,
        source=values["source"] or None,
    )
