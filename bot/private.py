"""Files and folders for their owner only: what is in them was said by citizens, or is a key.

Standard library only: the set-up needs it before anything is installed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def private_file(path: Path) -> None:
    """Make the file, empty, or take an older one's rights for others away."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    _close(path, 0o600)


def private_folder(path: Path) -> None:
    """Make the folder with those above it, or take an older one's rights for others away."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    _close(path, 0o700)


def _close(path: Path, mode: int) -> None:
    if path.stat().st_mode & 0o077:
        with suppress(PermissionError):  # another user's, who shares it on purpose
            path.chmod(mode)
