"""Reading files of any known format into procedures, or refusing them with reasons."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from bot.catalogue.build import build_procedure
from bot.catalogue.errors import Problem, RefusedImport
from bot.catalogue.importers.fields import Json
from bot.catalogue.importers.gathered import is_gathered, read_gathered
from bot.catalogue.importers.lines import read_json_lines
from bot.catalogue.importers.portal_api import OtherProvince, is_portal_answer, read_portal_answer
from bot.catalogue.model import Procedure

MAX_PROBLEMS = 20


@dataclass
class Reading:
    """Procedures by code, what was skipped, and whether the files are whole catalogues.

    The portal answers one procedure at a time: such files update a catalogue. The other
    formats hold all of it: what they lack is gone.
    """

    procedures: dict[str, Procedure] = field(default_factory=dict)
    skipped: list[Problem] = field(default_factory=list)
    whole: bool = False


def read_files(paths: Iterable[Path], *, facts_only: bool, asof: str) -> Reading:
    """Read all `paths`; `asof` dates answers of the API, which carry no date.

    Raises:
        RefusedImport: any line is broken, or a code comes twice, or there is no procedure.
    """
    reading, problems = Reading(), list[Problem]()
    for path in paths:
        for number, value in read_json_lines(path):
            try:
                _take(value, reading, facts_only=facts_only, asof=asof)
            except OtherProvince as error:
                reading.skipped.append(Problem(path.name, number, str(error)))
            except (_Refused, ValueError) as error:
                problems.append(Problem(path.name, number, _reason(error)))
            if len(problems) >= MAX_PROBLEMS:
                raise RefusedImport(f"Có từ {MAX_PROBLEMS} dòng sai, ngừng đọc.", tuple(problems))
    if problems:
        raise RefusedImport(f"Có {len(problems)} dòng sai.", tuple(problems))
    if not reading.procedures:
        raise RefusedImport("Không có thủ tục nào trong tệp.")
    return reading


class _Refused(Exception):
    pass


def _take(value: object, reading: Reading, *, facts_only: bool, asof: str) -> None:
    if isinstance(value, Problem):
        raise _Refused(value.reason)
    if not isinstance(value, dict):
        raise _Refused("không phải một đối tượng JSON")
    procedure = _procedure(value, facts_only=facts_only, asof=asof)
    if procedure.code in reading.procedures:
        raise _Refused(f"mã {procedure.code} xuất hiện lần thứ hai")
    reading.whole = reading.whole or not is_portal_answer(value)
    reading.procedures[procedure.code] = procedure


def _procedure(record: Json, *, facts_only: bool, asof: str) -> Procedure:
    if is_portal_answer(record):
        raw = read_portal_answer(record, asof)
    elif is_gathered(record):
        raw = read_gathered(record)
    elif "title" in record:
        return _own(record, facts_only=facts_only)
    else:
        raise _Refused("không nhận ra định dạng của bản ghi")
    if not raw.code:
        raise _Refused("thiếu mã thủ tục")
    return build_procedure(raw, facts_only=facts_only)


def _own(record: Json, *, facts_only: bool) -> Procedure:
    if not record.get("code"):
        raise _Refused("thiếu mã thủ tục")
    procedure = Procedure.model_validate_json(json.dumps(record))
    return procedure.without_prose() if facts_only else procedure


def _reason(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    return f"mục “{place}” không hợp lệ ({first['msg']})"
