"""A case: one application on its way, without anything that tells whose it is."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, Field

from bot.catalogue.model import Record
from bot.text.codes import find_case_codes
from bot.text.redact import redact


class CaseState(IntEnum):
    """The ten national states; "overdue" is none of them (`bot.cases.derive`)."""

    REGISTERED = 1
    RECEIVED = 2
    NOT_RECEIVED = 3
    PROCESSING = 4
    SUPPLEMENT_ASKED = 5
    PAYMENT_ASKED = 6
    WITHDRAWAL_ASKED = 7
    STOPPED = 8
    DONE = 9
    HANDED_OVER = 10


def _canonical(code: str) -> str:
    if find_case_codes(code) != [code]:
        raise ValueError("not a case code in its canonical form, such as H26.12-250701-0001")
    return code


CaseCode = Annotated[str, AfterValidator(_canonical)]
# Officials type these, and may type a telephone number with them. Names of units come again.
FreeText = Annotated[str, AfterValidator(lru_cache(maxsize=4096)(redact))]


class Supplement(Record):
    """What the citizen was asked to add. Time from `asked` to `given` is not the office's."""

    what: FreeText | None = None
    asked: date | None = None
    given: date | None = None  # None: still waited for, or the source does not say
    due_before: date | None = None  # the due date before this request, and after it
    due_after: date | None = None


class CaseFee(Record):
    """A fee of this case; `paid` is None where the source does not say."""

    name: FreeText | None = None
    dong: int | None = Field(default=None, ge=0)
    paid: bool | None = None


class Progress(Record):
    """A step that was taken. The official's name and remark are never kept."""

    at: AwareDatetime | None = None
    unit: FreeText | None = None
    state: CaseState | None = None


class Case(Record):
    """What a source says of one case; None is what it does not say, or not readably.

    Attributes:
        code: canonical, "H26.12-250701-0001".
        procedure, title: as the source says; the code need not be in the catalogue.
        received, due, finished, returned: days in Hanoi. `finished` is the end of processing,
            `returned` the day on which the result was handed over.
        unit: who handles it now.
        source, source_time: who says so, and as of when by the source's own clock.
        demo: made up for trying out; an answer must say so.
    """

    code: CaseCode
    procedure: str | None = None
    title: str | None = None
    state: CaseState | None = None
    received: date | None = None
    due: date | None = None
    finished: date | None = None
    returned: date | None = None
    unit: FreeText | None = None
    progress: tuple[Progress, ...] = ()
    supplements: tuple[Supplement, ...] = ()
    fees: tuple[CaseFee, ...] = ()
    source: str
    source_time: AwareDatetime | None = None
    demo: bool = False
