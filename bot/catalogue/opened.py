"""The catalogue in force, one for the whole process; a new version is seen at once."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from bot.catalogue.local import local_table_path
from bot.catalogue.online_only import online_only_path
from bot.catalogue.store import Catalogue, folder_in_force, load_catalogue

_lock = Lock()
_open: tuple[tuple[Path, float, float], Catalogue] | None = None


def open_catalogue() -> Catalogue:
    """The same object until another version, table or weekly list of the city comes into force.

    Raises:
        FileNotFoundError: there is no catalogue.
    """
    global _open
    with _lock:
        seen = (folder_in_force(), _changed(local_table_path()), _changed(online_only_path()))
        if _open is None or _open[0] != seen:
            _open = seen, load_catalogue()
        return _open[1]


def _changed(table: Path) -> float:
    return table.stat().st_mtime if table.exists() else 0.0
