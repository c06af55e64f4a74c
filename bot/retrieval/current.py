"""Which index is in force; without what it takes to open one."""

from __future__ import annotations

from pathlib import Path

from bot.retrieval.errors import RetrievalError
from bot.settings import settings


def index_root() -> Path:
    """Folder of the assistant's indexes."""
    return settings().var_dir / "index"


def current_version() -> str:
    """Name of the version in force.

    Raises:
        RetrievalError: no index has been built.
    """
    pointer = index_root() / "current"
    if not pointer.is_file():
        raise RetrievalError("There is no search index: run `make setup`.")
    return pointer.read_text(encoding="utf-8").strip()
