"""The city's weekly list of procedures that are taken only online.

A CSV with the columns `code` and `date`, or JSON lines with the same members: the code, and the day
of the list that names it. It replaces the list before it.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from bot.catalogue.errors import Problem, RefusedImport
from bot.catalogue.model import CODE_PATTERN, Record
from bot.catalogue.table import open_table
from bot.settings import settings

COLUMNS = {"code", "date"}
MAX_PROBLEMS = 20
_FORMS = ("%Y-%m-%d", "%d/%m/%Y")

Line = tuple[int, dict[str, str]]


class OnlineOnly(Record):
    """
    Attributes:
        asof: the day of the list: the newest day in it.
        source: who published it where, for answers to name.
        codes: each with the day that the file gives it.
    """

    asof: date
    source: str
    codes: dict[str, date]

    @property
    def until(self) -> date:
        """The last day on which it counts as the latest."""
        return self.asof + timedelta(days=settings().online_only_days)


def load_online_only() -> OnlineOnly | None:
    """The list in force, also a changed one; None until one is imported."""
    path = online_only_path()
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else None


def install_online_only(file: Path, source: str, known: set[str], today: date) -> OnlineOnly:
    """Check `file` and put it in force.

    Raises:
        RefusedImport: a line is wrong, or no code is in the catalogue; each is named.
    """
    if not source.strip():
        raise RefusedImport("Thiếu nguồn của danh sách (--source).")
    codes = _codes(file, today)
    if not codes.keys() & known:
        raise RefusedImport("Danh sách không có mã nào trong danh mục đang dùng.")
    found = OnlineOnly(asof=max(codes.values()), source=source.strip(), codes=codes)
    path = online_only_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_suffix(".new")
    waiting.write_text(found.model_dump_json(), encoding="utf-8")
    waiting.replace(path)  # readers see the old list or the new one
    return found


def online_only_path() -> Path:
    return settings().var_dir / "catalogue" / "online_only.json"


@lru_cache(maxsize=1)
def _read(path: Path, changed_ns: int) -> OnlineOnly:
    return OnlineOnly.model_validate_json(path.read_text(encoding="utf-8"))


def _codes(file: Path, today: date) -> dict[str, date]:
    codes: dict[str, date] = {}
    problems: list[Problem] = []
    for number, row in _json_lines(file) if file.suffix == ".jsonl" else _table(file):
        try:
            code, day = _row(row, today)
            if code in codes:
                raise ValueError(f"mã {code} xuất hiện lần thứ hai")
            codes[code] = day
        except ValueError as error:
            problems.append(Problem(file.name, number, str(error)))
        if len(problems) >= MAX_PROBLEMS:
            break
    if problems:
        raise RefusedImport(f"Danh sách {file.name} có dòng sai.", tuple(problems))
    if not codes:
        raise RefusedImport(f"Danh sách {file.name} không có dòng nào.")
    return codes


def _table(file: Path) -> Iterator[Line]:
    try:
        with open_table(file) as reader:
            if set(reader.fieldnames or ()) != COLUMNS:
                raise RefusedImport(f"Danh sách {file.name} phải có đúng hai cột: code, date.")
            for row in reader:
                yield reader.line_num, {key: value or "" for key, value in row.items() if key}
    except csv.Error as error:
        raise RefusedImport(f"Không đọc được {file.name}: {error}.") from error


def _json_lines(file: Path) -> Iterator[Line]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedImport(f"Không đọc được {file.name}: {type(error).__name__}.") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, _members(line)


def _members(line: str) -> dict[str, str]:
    """What is no such object has no code, which is then said of its line."""
    try:
        row = json.loads(line)
    except ValueError:
        return {}
    whole = isinstance(row, dict) and set(row) == COLUMNS
    return {name: str(value) for name, value in row.items()} if whole else {}


def _row(row: dict[str, str], today: date) -> tuple[str, date]:
    code, said = row.get("code", "").strip(), row.get("date", "").strip()
    if not re.fullmatch(CODE_PATTERN, code):
        raise ValueError(f"mã “{code[:30]}” không đúng dạng 1.001193")
    day = _day(said)
    if day > today:
        raise ValueError(f"ngày {said[:30]} chưa đến")
    return code, day


def _day(said: str) -> date:
    for form in _FORMS:
        try:
            return datetime.strptime(said, form).date()
        except ValueError:
            continue
    raise ValueError(f"ngày “{said[:30]}” không đúng dạng 2026-07-31 hoặc 31/07/2026")
