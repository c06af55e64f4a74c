"""What can go wrong, said in one sentence with the remedy."""

from __future__ import annotations

import shutil
from pathlib import Path


class Trouble(Exception):
    """One sentence for the person at the terminal, with the remedy in it."""


def check_disk(folder: Path, needed_gb: float) -> None:
    free = shutil.disk_usage(folder).free / 1e9
    if free < needed_gb:
        raise Trouble(
            f"{free:.1f} GB are free on the disk of {folder.resolve().name}/ and the set-up "
            f"needs {needed_gb:.0f} GB: free some space, then run the same command again."
        )
