"""One row of an imported file, checked: what is wrong is said, nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, BeforeValidator, Field, ValidationError, model_validator

from bot.cases.model import Case, CaseFee, CaseState, Progress, Supplement
from bot.cases.proofs import last_digits
from bot.cases.registry import Entry
from bot.cases.states import load_states
from bot.cases.values import day, dong, moment, procedure, words
from bot.catalogue.model import CODE_PATTERN, Record
from bot.text.codes import find_case_codes
from bot.text.redact import redact

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


def _digits(value: Any) -> str:
    digits = last_digits(words(value) or "")
    if digits is None:
        raise ValueError("phải có ít nhất bốn chữ số")  # and not the number itself
    return digits


Day = Annotated[date, BeforeValidator(_day)]
Moment = Annotated[AwareDatetime, BeforeValidator(_moment)]
State = Annotated[CaseState, BeforeValidator(_state)]
Digits = Annotated[str, BeforeValidator(_digits)]


class FeeRow(Record):
    name: str | None = None
    dong: Annotated[int, BeforeValidator(_dong)] | None = None
    paid: Annotated[bool, BeforeValidator(_paid)] | None = None


class SupplementRow(Record):
    what: str | None = None
    asked: Day | None = None
    given: Day | None = None
    due_before: Day | None = None
    due_after: Day | None = None


class ProgressRow(Record):
    at: Moment | None = None
    unit: str | None = None
    state: State | None = None


class CaseRow(Record):
    """The columns of a file (docs/cases.md). Of phone and CCCD the last four digits are taken."""

    code: Annotated[str, BeforeValidator(_code)]
    state: State
    source: str
    source_time: Moment
    procedure: Annotated[str, BeforeValidator(_procedure)] | None = None
    title: str | None = None
    received: Day | None = None
    due: Day | None = None
    finished: Day | None = None
    returned: Day | None = None
    unit: str | None = None
    phone: Digits | None = Field(default=None, repr=False)
    cccd: Digits | None = Field(default=None, repr=False)
    fees: tuple[FeeRow, ...] = ()
    supplements: tuple[SupplementRow, ...] = ()
    progress: tuple[ProgressRow, ...] = ()

    @model_validator(mode="after")
    def _has_a_proof(self) -> CaseRow:
        if not self.phone and not self.cccd:
            raise ValueError("cần cột phone hoặc cccd, nếu không thì chẳng ai tra được hồ sơ")
        return self

    def entry(self) -> Entry:
        facts = self.model_dump(exclude={"phone", "cccd", "fees", "supplements", "progress"})
        case = Case(
            **facts,
            fees=tuple(CaseFee(**row.model_dump()) for row in self.fees),
            supplements=tuple(Supplement(**row.model_dump()) for row in self.supplements),
            progress=tuple(Progress(**row.model_dump()) for row in self.progress),
        )
        return Entry(case, self.phone, self.cccd)


def wrong(error: ValidationError) -> str:
    """The first thing that is wrong, in Vietnamese, without any personal number."""
    first = error.errors(include_url=False)[0]
    place = ".".join(str(step) for step in first["loc"] if not isinstance(step, int))
    if first["type"] == "value_error":
        reason = redact(str(first["ctx"]["error"]))  # a number may stand in a wrong column
        return f"cột {place}: {reason}" if place else reason
    if first["type"] == "missing":
        return f"cột {place} để trống"
    if first["type"] == "extra_forbidden":
        return f"cột {place[:40]} không được nhận"
    return f"cột {place} không hợp lệ"
