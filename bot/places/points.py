"""Importer for the addresses of service points, which the city supplies."""

from __future__ import annotations

import csv
from pathlib import Path

from bot.places.model import ServicePoint
from bot.places.wards import WARDS_FILE, load_wards

POINTS_FILE = WARDS_FILE.with_name("points.csv")
COLUMNS = ("name", "ward_code", "address", "phone", "hours", "source")


def load_points(path: Path = POINTS_FILE, wards: Path = WARDS_FILE) -> tuple[ServicePoint, ...]:
    """Read service points (columns: see data/places/README.md); () when there is no file.

    Raises ValueError, with the line, for a missing column, name, address or an unknown ward.
    """
    if not path.exists():
        return ()
    known = {ward.code for ward in load_wards(wards)}
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise ValueError(f"{path.name}: missing columns {', '.join(missing)}")
        return tuple(
            _point(row, f"{path.name} line {at}", known) for at, row in enumerate(reader, start=2)
        )


def _point(row: dict[str, str], where: str, known: set[str]) -> ServicePoint:
    values = {name: (row.get(name) or "").strip() for name in COLUMNS}
    for name in ("name", "address"):
        if not values[name]:
            raise ValueError(f"{where}: {name} is empty")
    if values["ward_code"] not in known:
        raise ValueError(f"{where}: unknown ward_code {values['ward_code']!r}")
    return ServicePoint(
        name=values["name"],
        ward_code=values["ward_code"],
        address=values["address"],
        phone=values["phone"] or None,
        hours=values["hours"] or None,
        source=values["source"] or None,
    )
