"""What the set-up leaves on the disk."""

from __future__ import annotations

import os
from pathlib import Path

FOLDERS = (".venv/app", ".venv/rasa", "models", "var/index", "data")


def measure(root: Path) -> dict[str, dict[str, float]]:
    """Megabytes on disk, and the number of packages where there are any, per folder."""
    table: dict[str, dict[str, float]] = {}
    for name in FOLDERS:
        folder = root / name
        if folder.exists():
            packages = len(list(folder.glob("lib/python*/site-packages/*.dist-info")))
            table[name] = {"mb": round(disk_bytes(folder) / 1e6), "packages": packages}
    return table


def disk_bytes(folder: Path) -> int:
    """Bytes taken on the disk; a file with several names in it counts once."""
    seen: dict[tuple[int, int], int] = {}
    for where, _, names in os.walk(folder):
        for name in names:
            status = (Path(where) / name).lstat()
            seen[status.st_dev, status.st_ino] = status.st_blocks * 512
    return sum(seen.values())
