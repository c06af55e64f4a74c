"""The city's table: one line of CSV per procedure.

Columns: code, in_list, service_level, any_point, point, fee_note, time_note, forms. Only
`code` is required; an empty cell is unknown. Yes and no are written "có" and "không" (or
yes, no, 1, 0). `forms` holds "name | address" pairs with ";" between them.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from pydantic import ValidationError

from bot.catalogue.errors import Problem, RefusedImport
from bot.catalogue.local_status import LocalStatus
from bot.catalogue.model import CODE_PATTERN, Form
from bot.catalogue.table import open_table

COLUMNS = (
    "code", "in_list", "service_level", "any_point", "point", "fee_note", "time_note", "forms",
)  # fmt: skip
_YES_NO = {"có": True, "yes": True, "1": True, "không": False, "no": False, "0": False}
_LEVELS = {"toàn trình": "full", "một phần": "partial", "chỉ trực tuyến": "online_only"}
MAX_PROBLEMS = 20


def read_local_table(path: Path) -> dict[str, LocalStatus]:
    """Status by code.

    Raises:
        RefusedImport: the file is not such a table; each wrong line is named.
    """
    with open_table(path) as reader:
        return _rows(path.name, reader)


def _rows(name: str, reader: csv.DictReader[str]) -> dict[str, LocalStatus]:
    unknown = set(reader.fieldnames or ()) - set(COLUMNS)
    if "code" not in (reader.fieldnames or ()) or unknown:
        extra = f"; cột lạ: {', '.join(sorted(unknown))[:200]}" if unknown else ""
        raise RefusedImport(f"Bảng {name} phải có cột code{extra}.")
    found: dict[str, LocalStatus] = {}
    problems: list[Problem] = []
    for row in reader:
        try:
            code, status = _status(row)
            if code in found:
                raise ValueError(f"mã {code} xuất hiện lần thứ hai")
            found[code] = status
        except (ValidationError, ValueError) as error:
            problems.append(Problem(name, reader.line_num, _reason(error)))
        if len(problems) >= MAX_PROBLEMS:
            break
    if problems:
        raise RefusedImport(f"Bảng {name} có dòng sai.", tuple(problems))
    return found


def _status(row: dict[str, str]) -> tuple[str, LocalStatus]:
    cells = {key: (value or "").strip() for key, value in row.items() if key}
    code = cells["code"]
    if not re.fullmatch(CODE_PATTERN, code):
        raise ValueError(f"mã “{code[:30]}” không đúng dạng 1.001193")
    level = cells.get("service_level", "").lower()
    return code, LocalStatus.model_validate(
        {
            "in_list": _yes_no(cells.get("in_list", "")),
            "service_level": _LEVELS.get(level, level or None),
            "any_point": _yes_no(cells.get("any_point", "")),
            "point": cells.get("point") or None,
            "fee_note": cells.get("fee_note") or None,
            "time_note": cells.get("time_note") or None,
            "forms": _forms(cells.get("forms", "")),
        }
    )


def _yes_no(cell: str) -> bool | None:
    if not cell:
        return None
    if cell.lower() not in _YES_NO:
        raise ValueError(f"“{cell[:30]}” phải là có, không hoặc để trống")
    return _YES_NO[cell.lower()]


def _forms(cell: str) -> tuple[Form, ...]:
    pairs = (part.partition("|") for part in cell.split(";") if part.strip())
    return tuple(Form(name=name.strip(), url=url.strip() or None) for name, _, url in pairs)


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        place = ".".join(str(step) for step in error.errors(include_url=False)[0]["loc"])
        return f"cột “{place}” không hợp lệ"
    return str(error)
