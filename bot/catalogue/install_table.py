"""Taking over the city's table."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot.catalogue.errors import RefusedImport
from bot.catalogue.local import local_table_path
from bot.catalogue.local_table import read_local_table


def install_table(table: Path, known: set[str]) -> int:
    """Check `table` and put it in force; returns how many of its codes are `known`.

    Raises:
        RefusedImport: a line is wrong, or no code is in the catalogue.
    """
    rows = read_local_table(table)
    count = len(rows.keys() & known)
    if not count:
        raise RefusedImport("Bảng không có mã nào trong danh mục đang dùng.")
    target = local_table_path()
    target.parent.mkdir(parents=True, exist_ok=True)
    waiting = target.with_suffix(".new")
    shutil.copyfile(table, waiting)
    waiting.replace(target)
    return count
