"""A catalogue comes into force together with its index; imports and returns as jobs."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from bot.catalogue import switch
from bot.catalogue.errors import RefusedImport
from bot.catalogue.store import load_catalogue
from bot.clock import HANOI
from bot.jobs.run import Refused, Tell
from bot.retrieval.build import build_index
from bot.retrieval.uploads import WHOLE, folder_of, is_fresh, preview_of, write_preview
from bot.store import Store


def index_version(folder: Path) -> None:
    """Build the index of a version that comes into force; once among the hooks of a switch."""
    build_index(load_catalogue(folder))


if index_version not in switch.on_switch:
    switch.on_switch.append(index_version)


def preview(_store: Store, subject: str, tell: Tell) -> str:
    """Read an upload and say what it would change."""
    tell("Đọc tệp", 0, 0)
    folder = folder_of(subject)
    try:
        outcome = _import(folder, dry_run=True)
    except RefusedImport as error:
        problems = [str(problem) for problem in error.problems]
        write_preview(folder, {"refused": error.reason, "problems": problems})
        return "Tệp không dùng được."
    change, current = outcome.difference, load_catalogue()
    now = current.procedures
    titles = {**{c: p.title for c, p in now.items()}, **outcome.titles}
    write_preview(
        folder,
        {
            "against": current.version,
            "had": len(now),
            "new": _titled(change.new, titles),
            "changed": [
                {"code": code, "title": titles[code], "fields": list(fields)}
                for code, fields in change.changed.items()
            ],
            "gone": _titled(change.gone, titles),
            "skipped": [asdict(problem) for problem in outcome.skipped],
            "total": outcome.total,
        },
    )
    return "Đã đọc tệp."


def import_upload(_store: Store, subject: str, tell: Tell) -> str:
    """Put an upload in force."""
    tell("Nhập và dựng lại chỉ mục", 0, 0)
    folder = folder_of(subject)
    if not is_fresh(preview_of(subject)):
        raise Refused("Danh mục đang dùng đã đổi từ lần đọc thử: xin đọc thử lại.")
    try:
        outcome = _import(folder, dry_run=False)
    except RefusedImport as error:
        raise Refused(f"Không nhập: {error.reason} Danh mục đang dùng giữ nguyên.") from error
    shutil.rmtree(folder, ignore_errors=True)
    return f"Danh mục mới có {outcome.total} thủ tục."


def roll_back(_store: Store, subject: str, tell: Tell) -> str:
    """Put an older version in force again."""
    tell("Dựng chỉ mục của bản cũ", 0, 0)
    try:
        switch.go_back(None if subject == WHOLE else subject)
    except RefusedImport as error:
        raise Refused(error.reason) from error
    return "Đã quay lại."


def _import(folder: Path, *, dry_run: bool) -> switch.Outcome:
    month = f"{datetime.now(HANOI):%Y-%m}"
    return switch.import_files(
        [folder / "file"], facts_only=False, dry_run=dry_run, replace=False, asof=month
    )


def _titled(codes: Sequence[str], titles: dict[str, str]) -> list[dict[str, str]]:
    return [{"code": code, "title": titles[code]} for code in codes]
