"""Cases as a file brings them (CSV, JSON, JSON lines): one row of raw values after another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.catalogue.errors import RefusedImport
from bot.catalogue.table import open_table

# What stands in one cell of a table: entries behind ";", their parts behind "|", in this order.
PARTS = {
    "fees": ("name", "dong", "paid"),
    "supplements": ("what", "asked", "given", "due_before", "due_after"),
    "progress": ("at", "unit", "state"),
}


def read_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line, values) of every row; empty values are left out.

    Raises:
        RefusedImport: the file cannot be read, or breaks off on the way.
    """
    rows = _json(path) if path.suffix in {".json", ".jsonl"} else _table(path)
    for line, values in rows:
        yield line, {key: value for key, value in values.items() if value not in (None, "", [])}


def _table(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with open_table(path) as reader:
        for row in reader:
            if None in row:
                yield reader.line_num, {"thừa ô": row.pop(None)}
            else:
                yield reader.line_num, {key: _cell(key, value) for key, value in row.items()}


def _cell(column: str, cell: str | None) -> Any:
    text = (cell or "").strip()
    if column not in PARTS:
        return text
    return [_entry(column, entry) for entry in text.split(";") if entry.strip()]


def _entry(column: str, entry: str) -> dict[str, str]:
    names, parts = PARTS[column], [part.strip() for part in entry.split("|")]
    named = dict(zip(names, parts, strict=False))
    if len(parts) > len(names):
        named["thừa phần"] = parts[len(names)]
    return {name: part for name, part in named.items() if part}


def _json(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Objects of a list, or one after another; each with the line on which it begins."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedImport(f"Tệp {path.name} không phải chữ UTF-8.") from error
    except OSError as error:
        raise RefusedImport(f"Không đọc được tệp {path.name}: {error.strerror}.") from error
    decoder, at, line = json.JSONDecoder(), 0, 1
    while True:
        start = at
        while at < len(text) and text[at] in " \t\r\n,[]":
            at += 1
        line += text.count("\n", start, at)
        if at == len(text):
            return
        try:
            values, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            raise RefusedImport(f"Tệp {path.name} không phải JSON, từ dòng {line}.") from error
        if not isinstance(values, dict):
            raise RefusedImport(f"Tệp {path.name}, dòng {line}: không phải một hồ sơ.")
        yield line, values
        line += text.count("\n", at, end)
        at = end
