"""Cases that are late or due soon, by who handles them: the list by which branches are urged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.cases.derive import SOON, Timing, timing
from bot.cases.model import Case, CaseState
from bot.cases.tables import CaseRecord
from bot.cases.workdays import after_working_days

# States in which the office's clock runs; the others have ended, have no deadline, or wait for the
# citizen, unless what was asked for had been asked too late.
OPEN = (
    CaseState.REGISTERED,
    CaseState.RECEIVED,
    CaseState.PROCESSING,
    CaseState.SUPPLEMENT_ASKED,
    CaseState.PAYMENT_ASKED,
)
KEPT = 8192  # cases read before: most of the list is the same all day
UNKNOWN_UNIT = "Chưa rõ nơi xử lý"


@dataclass(frozen=True)
class Urgent:
    """A case that is late (`timing.overdue`) or due soon."""

    case: Case
    timing: Timing

    @property
    def unit(self) -> str:
        return self.case.unit or UNKNOWN_UNIT


@dataclass(frozen=True)
class Agency:
    """How many cases of one unit are late or due soon; `latest` is in working days."""

    unit: str
    overdue: int
    due_soon: int
    latest: int


def urgent(session: Session, today: date) -> list[Urgent]:
    """All of them, the latest first.

    Only those whose promised day is near are read: a due date can be moved later, never earlier.
    """
    horizon = after_working_days(today, SOON)
    query = select(CaseRecord.record).where(CaseRecord.state.in_(OPEN), CaseRecord.due <= horizon)
    cases = map(_read, session.connection().scalars(query))
    found = [one for one in _timed(cases, today) if one.timing.overdue or one.timing.due_soon]
    return sorted(found, key=_latest_first)


def count_open(session: Session) -> int:
    """Cases that are being handled and have a due date."""
    query = select(func.count()).where(CaseRecord.state.in_(OPEN), CaseRecord.due.is_not(None))
    return session.scalar(query) or 0


def any_made_up(session: Session) -> bool:
    return session.scalar(select(CaseRecord.code).where(CaseRecord.demo).limit(1)) is not None


def by_agency(found: Iterable[Urgent]) -> list[Agency]:
    """Those with the most late cases first."""
    units: dict[str, list[Timing]] = {}
    for one in found:
        units.setdefault(one.unit, []).append(one.timing)
    rows = [
        Agency(
            unit,
            sum(bool(each.overdue) for each in timings),
            sum(each.due_soon for each in timings),
            max(each.days_late or 0 for each in timings),
        )
        for unit, timings in units.items()
    ]
    return sorted(rows, key=lambda row: (-row.overdue, -row.due_soon, row.unit))


@lru_cache(maxsize=KEPT)
def _read(record: str) -> Case:
    return Case.model_validate_json(record)


def _timed(cases: Iterable[Case], today: date) -> Iterator[Urgent]:
    for case in cases:
        yield Urgent(case, timing(case, today))


def _latest_first(one: Urgent) -> tuple[int, int, str]:
    return (-(one.timing.days_late or 0), one.timing.days_left or 0, one.case.code)
