"""One row of an imported file, checked: what is wrong is said, nothing is guessed."""

from __future__ import annotations

from pydantic import Field, ValidationError, model_validator

from bot.cases.cells import Cccd, Code, Day, Dong, Moment, Paid, Phone, ProcedureCode, State
from bot.cases.model import Case, CaseFee, Progress, Supplement
from bot.cases.proofs import last_digits, whole_number
from bot.cases.registry import Entry
from bot.catalogue.model import Record
from bot.text.redact import redact


class FeeRow(Record):
    name: str | None = None
    dong: Dong | None = None
    paid: Paid | None = None


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
    """The columns of a file (docs/cases.md).

    Of the phone the last four digits are taken. A whole CCCD also tells whose case it is; it is
    here until its keyed hash is made.
    """

    code: Code
    state: State
    source: str
    source_time: Moment
    procedure: ProcedureCode | None = None
    title: str | None = None
    received: Day | None = None
    due: Day | None = None
    finished: Day | None = None
    returned: Day | None = None
    unit: str | None = None
    phone: Phone | None = Field(default=None, repr=False)
    cccd: Cccd | None = Field(default=None, repr=False)
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
        cccd = self.cccd or ""
        return Entry(case, self.phone, last_digits(cccd), whole_number(cccd))


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
