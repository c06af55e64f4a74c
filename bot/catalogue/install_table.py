"""Taking over the city's table."""

from __future__ import annotations

from pathlib import Path

from bot.catalogue.errors import RefusedImport
from bot.catalogue.local import local_table_path
from bot.catalogue.local_table import read_local_table
from bot.files import put_in_force


def install_table(table: Path, known: set[str]) -> int:
    """Check `table` and put it in force; returns how many of its codes are `known`.

    Raises:
        RefusedImport: a line is wrong, or no code is in the catalogue.
    """
    rows = read_local_table(table)
    count = len(rows.keys() & known)
    if not count:
        raise RefusedImport("Bảng không có mã nào trong danh mục đang dùng.")
    put_in_force(table, local_table_path())
    return count
