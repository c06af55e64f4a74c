"""A catalogue on disk: `procedures/*.jsonl` and `withdrawn.csv` in one folder."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from bot.catalogue.model import Procedure
from bot.text.fold import fold

MAX_SLUG = 60


def write_procedures(folder: Path, procedures: Mapping[str, Procedure]) -> list[Path]:
    """Write one file per field into `folder`/procedures, sorted by code, defaults left out.

    Files of fields that have no procedure any more are removed.
    """
    target = folder / "procedures"
    target.mkdir(parents=True, exist_ok=True)
    by_slug: dict[str, list[str]] = defaultdict(list)
    for code in sorted(procedures):
        line = procedures[code].model_dump_json(exclude_defaults=True)
        by_slug[slug(procedures[code].field)].append(line)
    for old in target.glob("*.jsonl"):
        if old.stem not in by_slug:
            old.unlink()
    written = []
    for name, lines in sorted(by_slug.items()):
        path = target / f"{name}.jsonl"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        written.append(path)
    return written


def read_procedures(folder: Path) -> tuple[dict[str, Procedure], str]:
    """Procedures by code, sorted, and a fingerprint (8 hex digits) of their files.

    Raises:
        FileNotFoundError: `folder` holds no catalogue.
        pydantic.ValidationError: a line does not fit the model.
    """
    paths = sorted((folder / "procedures").glob("*.jsonl"))
    if not paths:
        raise FileNotFoundError(f"no procedures in {folder}")
    found, digest = {}, hashlib.sha256()
    for path in paths:
        data = path.read_bytes()
        digest.update(data)
        for line in data.splitlines():
            procedure = Procedure.model_validate_json(line)
            found[procedure.code] = procedure
    return dict(sorted(found.items())), digest.hexdigest()[:8]


def write_withdrawn(folder: Path, withdrawn: Mapping[str, str]) -> None:
    """Write `withdrawn.csv` (code, title), sorted by code."""
    with (folder / "withdrawn.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("code", "title"))
        writer.writerows(sorted(withdrawn.items()))


def read_withdrawn(folder: Path) -> dict[str, str]:
    """Titles of withdrawn procedures by code; empty where the folder names none."""
    path = folder / "withdrawn.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["code"]: row["title"] for row in csv.DictReader(stream)}


def slug(field: str) -> str:
    """A field's name as a file name: "Hộ tịch" → "ho-tich"."""
    words = fold(field).split()
    name = "-".join(words)[:MAX_SLUG].strip("-")
    return name or "khac"
