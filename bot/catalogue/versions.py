"""The versions of the catalogue that are there, and one procedure through all of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.catalogue.diff import changed_fields
from bot.catalogue.files import read_withdrawn
from bot.catalogue.model import Procedure
from bot.catalogue.store import folder_in_force
from bot.settings import settings

_KEPT = 512  # records of past versions


@dataclass(frozen=True)
class Step:
    """What one version says of a procedure.

    Attributes:
        version: the folder's name; "data" is the catalogue of the repository.
        in_force: whether answers come from this version.
        record: None: the version does not have it.
        before: of the version before, None: it did not have it.
        changed: names of the fields that differ from `before`.
        withdrawn: the version lists it as one that has left the portal.
    """

    version: str
    in_force: bool
    record: Procedure | None
    before: Procedure | None
    changed: tuple[str, ...]
    withdrawn: bool


def folders() -> list[Path]:
    """The repository's catalogue, then the imported versions, oldest first."""
    imported = (settings().var_dir / "catalogue").glob("*/procedures")
    by_age = sorted((path.parent for path in imported), key=lambda path: path.stat().st_mtime_ns)
    return [settings().data_dir / "catalogue", *by_age]


def history(code: str) -> list[Step]:
    """One step for each version, oldest first."""
    current = folder_in_force()
    steps: list[Step] = []
    before: Procedure | None = None
    for folder in folders():
        record = _record(folder, code)
        steps.append(
            Step(
                version="data" if folder == settings().data_dir / "catalogue" else folder.name,
                in_force=folder == current,
                record=record,
                before=before,
                changed=changed_fields(before, record) if before and record else (),
                withdrawn=record is None and code in _withdrawn(folder),
            )
        )
        before = record
    return steps


@lru_cache(maxsize=_KEPT)
def _record(folder: Path, code: str) -> Procedure | None:
    """One record of a version, without reading the others as records; a version never changes."""
    sought = f'"{code}"'.encode()
    for path in sorted((folder / "procedures").glob("*.jsonl")):
        for line in path.read_bytes().splitlines():
            if sought in line and json.loads(line)["code"] == code:
                return Procedure.model_validate_json(line)
    return None


@lru_cache(maxsize=32)
def _withdrawn(folder: Path) -> frozenset[str]:
    return frozenset(read_withdrawn(folder))
