"""Cells of an imported file: each is read surely, or refused with the reason in Vietnamese."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, BeforeValidator

from bot.cases.model import CaseState
from bot.cases.proofs import last_digits
from bot.cases.states import load_states
from bot.cases.values import day, dong, moment, procedure, words
from bot.catalogue.model import CODE_PATTERN
from bot.text.codes import find_case_codes

_NO_DIGITS = "phải tận cùng bằng bốn chữ số"
_YES_NO = {"có": True, "yes": True, "1": True, "không": False, "no": False, "0": False}


def _code(value: Any) -> str:
    said = words(value) or ""
    found = find_case_codes(said)
    if len(found) != 1:
        raise ValueError(f"mã hồ sơ “{said[:40]}” không đúng dạng H26.12-250701-0001")
    return found[0]


def _procedure(value: Any) -> str:
    read = procedure(value) or ""
    if not re.fullmatch(CODE_PATTERN, read):
        raise ValueError(f"mã thủ tục “{read[:30]}” không đúng dạng 1.001193")
    return read


def _state(value: Any) -> CaseState:
    said = words(value) or ""
    names = {str(state.value): state for state in CaseState}
    names |= {row.name.lower(): row.state for row in load_states().values()}
    if said.lower() not in names:
        raise ValueError(
            f"trạng thái “{said[:40]}” không phải số 1–10 hay tên trong mười trạng thái"
        )
    return names[said.lower()]


def _day(value: Any) -> date:
    read = day(value)
    if read is None:
        raise ValueError(f"ngày “{str(value)[:20]}” phải viết 2026-07-31 hoặc 31/07/2026")
    return read


def _moment(value: Any) -> datetime:
    read = moment(value)
    if read is None:
        raise ValueError(
            f"thời điểm “{str(value)[:30]}” phải viết 2026-07-31T08:30 hoặc 31/07/2026 08:30"
        )
    return read


def _dong(value: Any) -> int:
    read = dong(value)
    if read is None:
        raise ValueError(f"số tiền “{str(value)[:20]}” phải viết 20000 hoặc 20.000")
    return read


def _paid(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    said = (words(value) or "").lower()
    if said not in _YES_NO:
        raise ValueError(f"“{said[:20]}” phải là có hoặc không")
    return _YES_NO[said]


def _phone(value: Any) -> str:
    digits = last_digits(words(value) or "")
    if digits is None:
        raise ValueError(_NO_DIGITS)  # and not the number itself
    return digits


def _cccd(value: Any) -> str:
    said = words(value) or ""
    if last_digits(said) is None:
        raise ValueError(_NO_DIGITS)
    return said


Code = Annotated[str, BeforeValidator(_code)]
ProcedureCode = Annotated[str, BeforeValidator(_procedure)]
State = Annotated[CaseState, BeforeValidator(_state)]
Day = Annotated[date, BeforeValidator(_day)]
Moment = Annotated[AwareDatetime, BeforeValidator(_moment)]
Dong = Annotated[int, BeforeValidator(_dong)]
Paid = Annotated[bool, BeforeValidator(_paid)]
Phone = Annotated[str, BeforeValidator(_phone)]  # its last four digits
Cccd = Annotated[str, BeforeValidator(_cccd)]  # as it came: the whole number or its last digits
