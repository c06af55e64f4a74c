"""Reading the tables (CSV) that the city supplies."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.catalogue.errors import RefusedImport


@contextmanager
def open_table(path: Path) -> Iterator[csv.DictReader[str]]:
    """The rows of a table, while the block reads them.

    Raises:
        RefusedImport: the file cannot be read, or is no UTF-8 text.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield csv.DictReader(stream)
    except UnicodeDecodeError as error:
        raise RefusedImport(f"Tệp {path.name} không phải chữ UTF-8.") from error
    except (OSError, csv.Error) as error:
        raise RefusedImport(f"Không đọc được bảng {path.name}: {error}.") from error
