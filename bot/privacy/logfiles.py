"""The log files of the line: no word of a conversation is in them, and they end all the same."""

from __future__ import annotations

import os
import time
from pathlib import Path

from bot.privacy.kinds import Counts, Names, Rows

DAY_S = 86400


class LogFiles:
    """Files in one folder. `deploy.logs` begins a new one each day, so a file's last line is about
    as old as its first.

    Args:
        days: how long a line is kept.
    """

    def __init__(self, folder: Path, days: float) -> None:
        self._folder = folder
        self._days = days

    def export(self, names: Names) -> Rows:
        """Nothing: no line names a conversation."""
        return {}

    def delete(self, names: Names) -> Counts:
        """Nothing, likewise."""
        return {}

    def expire(self, *, dry: bool) -> Counts:
        """Empty the files that are being written, delete the older ones."""
        limit = time.time() - self._days * DAY_S
        old = [
            path
            for path in self._folder.glob("*.log*")
            if path.stat().st_mtime < limit and path.stat().st_size
        ]
        for path in [] if dry else old:
            if path.suffix == ".log":
                os.truncate(path, 0)  # a process may have it open: it goes on at the new end
            else:
                path.unlink()
        return {"log": len(old)}
