"""Uploaded catalogues, until somebody applies them.

One lies in `var/uploads/<name>/`: `file`, and `preview.json` once it was read.
"""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

from bot.catalogue.opened import open_catalogue
from bot.jobs.run import Refused
from bot.private import private_file, private_folder
from bot.settings import settings

KEPT_S = 24 * 3600.0  # of an upload that nobody applied
WHOLE = "data"  # the catalogue of the repository, as a version to go back to


def keep_upload(content: bytes) -> str:
    """Put an uploaded file down; returns its name. Older ones that nobody applied go."""
    root = _uploads()
    private_folder(root)  # a stray upload may hold anything: for its owner only
    for old in root.iterdir():
        if old.stat().st_mtime < time.time() - KEPT_S:
            shutil.rmtree(old, ignore_errors=True)
    name = uuid4().hex
    private_folder(root / name)
    private_file(root / name / "file")
    (root / name / "file").write_bytes(content)
    return name


def preview_of(name: str) -> dict[str, Any] | None:
    """What `preview` found: new, changed, gone, or why it is refused; None: not read yet."""
    path = _uploads() / name / "preview.json"
    known = name.isalnum() and path.is_file()
    found: dict[str, Any] | None = json.loads(path.read_text("utf-8")) if known else None
    return found


def is_fresh(found: dict[str, Any] | None) -> bool:
    """Whether a preview compares with the catalogue that is in force now."""
    return found is not None and found.get("against") == open_catalogue().version


def folder_of(name: str) -> Path:
    """
    Raises:
        Refused: it is not there any more.
    """
    folder = _uploads() / name
    if not name.isalnum() or not (folder / "file").is_file():
        raise Refused("Tệp này không còn: xin tải lên lại.")
    return folder


def write_preview(folder: Path, found: dict[str, Any]) -> None:
    waiting = folder / ".preview.new"
    waiting.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    waiting.replace(folder / "preview.json")


def _uploads() -> Path:
    return settings().var_dir / "uploads"
