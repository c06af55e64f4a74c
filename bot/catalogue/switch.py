"""Putting a new version of the catalogue in force: written whole, then switched."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.catalogue.diff import Difference, compare
from bot.catalogue.errors import Problem, RefusedImport
from bot.catalogue.files import read_procedures, write_procedures, write_withdrawn
from bot.catalogue.importers.read import Reading, read_files
from bot.catalogue.model import Procedure
from bot.catalogue.relate import with_same_titles
from bot.catalogue.store import Catalogue, folder_in_force, load_catalogue, version_name
from bot.settings import settings

# Called with the folder of the new version before the pointer moves, so that what is
# built from a catalogue (the index) is there when the version comes into force.
on_switch: list[Callable[[Path], None]] = []


@dataclass(frozen=True)
class Outcome:
    """What an import did, or would do."""

    difference: Difference
    skipped: tuple[Problem, ...]
    total: int
    titles: dict[str, str]  # of the procedures that it leads to, by code
    folder: Path | None  # None: nothing was written


@dataclass(frozen=True)
class Version:
    """A catalogue that was in force once; `name` is None for the repository's."""

    name: str | None
    written: datetime | None
    in_force: bool


def import_files(
    paths: list[Path], *, facts_only: bool, dry_run: bool, replace: bool, asof: str
) -> Outcome:
    """Read `paths` and put the result in force.

    Files of whole catalogues replace the one in force; answers of the API update it.
    A replacement that would drop more than half of it needs `replace`.

    Raises:
        RefusedImport: a line is wrong, or too much would go; nothing is changed.
    """
    reading = read_files(paths, facts_only=facts_only, asof=asof)
    current = load_catalogue()
    procedures = _resulting(reading, current)
    difference = compare(current.procedures, procedures)
    if len(difference.gone) * 2 > len(current.procedures) and not replace:
        raise RefusedImport(
            f"Tệp làm mất {len(difference.gone)} trên {len(current.procedures)} thủ tục; "
            "nếu đúng ý, nhập ở máy chủ: motcua catalogue import --replace."
        )
    folder = None
    if not dry_run and (difference or reading.whole):
        folder = install(procedures, _withdrawn(current, difference))
    titles = {code: procedure.title for code, procedure in procedures.items()}
    return Outcome(difference, tuple(reading.skipped), len(procedures), titles, folder)


def versions() -> list[Version]:
    """What one can go back to: the imported ones, the newest first, and the repository's."""
    root, current = settings().var_dir / "catalogue", folder_in_force()
    folders = [path for path in root.glob("[!.]*") if path.is_dir()] if root.is_dir() else []
    written = {path: datetime.fromtimestamp(path.stat().st_mtime, UTC) for path in folders}
    newest = sorted(folders, key=lambda path: written[path], reverse=True)
    own = settings().data_dir / "catalogue"
    return [
        *(Version(path.name, written[path], path == current) for path in newest),
        Version(None, None, own == current),
    ]


def go_back(name: str | None) -> None:
    """Put an older version in force again; None: the repository's.

    Raises:
        RefusedImport: there is no such version, or a hook failed; nothing is changed.
    """
    if not any(version.name == name for version in versions()):
        raise RefusedImport(f"Không có bản danh mục “{name}”.")
    root = settings().var_dir / "catalogue"
    _prepare(root / name if name else settings().data_dir / "catalogue")
    if name:
        _point_at(root / name)
    else:
        (root / "current").unlink(missing_ok=True)


def install(procedures: dict[str, Procedure], withdrawn: dict[str, str]) -> Path:
    """Write a version under `var/catalogue` and point at it; returns its folder.

    Raises:
        RefusedImport: a hook of `on_switch` failed; the old version stays in force.
    """
    root = settings().var_dir / "catalogue"
    root.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix=".new-", dir=root))
    try:
        write_procedures(building, procedures)
        write_withdrawn(building, withdrawn)
        folder = root / version_name(*read_procedures(building))
        if folder.exists():
            shutil.rmtree(building)
        else:
            building.chmod(0o755)
            building.rename(folder)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    _prepare(folder)
    _point_at(folder)
    return folder


def _prepare(folder: Path) -> None:
    for hook in on_switch:
        try:
            hook(folder)
        except Exception as error:
            raise RefusedImport(f"Không chuẩn bị được bản mới ({error}).") from error


def _resulting(reading: Reading, current: Catalogue) -> dict[str, Procedure]:
    kept = {} if reading.whole else current.procedures
    return with_same_titles({**kept, **reading.procedures})


def _withdrawn(current: Catalogue, difference: Difference) -> dict[str, str]:
    """Codes that a citizen may still quote: the known ones and those that go now."""
    gone = {code: current.procedures[code].title for code in difference.gone}
    return {**current.withdrawn, **gone}


def _point_at(folder: Path) -> None:
    pointer = folder.parent / "current"
    waiting = folder.parent / ".current.new"
    waiting.write_text(folder.name + "\n", encoding="utf-8")
    waiting.replace(pointer)
