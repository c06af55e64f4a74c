"""Putting a file in force: readers see the old one or the new one, never a half."""

from __future__ import annotations

import shutil
from pathlib import Path


def put_in_force(source: Path, target: Path) -> None:
    """Copy `source` to `target` in one step, as its readers see it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    waiting = target.with_suffix(".new")
    shutil.copyfile(source, waiting)
    waiting.replace(target)
