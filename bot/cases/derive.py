"""Is a case on time? Derived from its dates, never stored, and unknown where they do not tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.cases.model import Case, CaseState
from bot.cases.workdays import after_working_days, working_days
from bot.clock import HANOI

SOON = 2  # working days left at which a case is due soon
_NO_DEADLINE = {CaseState.NOT_RECEIVED, CaseState.WITHDRAWAL_ASKED, CaseState.STOPPED}
_ENDED = {CaseState.DONE, CaseState.HANDED_OVER}


@dataclass(frozen=True)
class Timing:
    """Where a case stands against its due date, in working days.

    Attributes:
        due: the promised day, later by the time that the citizen's supplement took.
        ended: end of processing; None while it goes on, or when it is not known.
        waiting: the clock stands still until the citizen hands in what was asked for.
        overdue: None when the dates do not tell.
        days_left: 0 on the due day; while `waiting`, what is left when the clock goes on.
        days_late: how late it is, or was at its end.
        due_soon: at most SOON days are left.
    """

    due: date | None = None
    ended: date | None = None
    waiting: bool = False
    overdue: bool | None = None
    days_left: int | None = None
    days_late: int | None = None
    due_soon: bool = False


def timing(case: Case, today: date) -> Timing:
    """How `case` stands on `today`, a day in Hanoi (`bot.clock.today`)."""
    if case.state is None or case.state in _NO_DEADLINE:
        return Timing()
    due, certain = _due(case)
    ended = _ended(case)
    waiting = case.state is CaseState.SUPPLEMENT_ASKED
    if due is None:
        return Timing(ended=ended, waiting=waiting)
    at = _clock(case, ended, today)
    if at is None or (at > due and not certain):
        # Time that is taken off only moves the due date back: before it, nothing can be late.
        return Timing(due, ended, waiting, overdue=False if today <= due else None)
    if at > due:
        return Timing(due, ended, waiting, overdue=True, days_late=working_days(due, at))
    if case.state in _ENDED:
        return Timing(due, ended, waiting, overdue=False)
    left = working_days(at, due)
    soon = left <= SOON and not waiting
    return Timing(due, ended, waiting, overdue=False, days_left=left, due_soon=soon)


def _due(case: Case) -> tuple[date | None, bool]:
    """The due date with the citizen's time taken off, and whether all of that time is known."""
    due, certain = case.due, True
    for supplement in sorted(case.supplements, key=lambda one: one.asked or date.min):
        if supplement.due_after:
            due = max(due or supplement.due_after, supplement.due_after)
        elif due is None or (supplement.due_before and supplement.due_before < due):
            continue  # no date to move, or the source has moved it already
        elif supplement.asked and supplement.given:
            due = after_working_days(due, working_days(supplement.asked, supplement.given))
        elif case.state is not CaseState.SUPPLEMENT_ASKED:
            certain = False  # it was given at some time, nobody says when
    return due, certain


def _ended(case: Case) -> date | None:
    """End of processing: state 9 counts, not the day on which the citizen came for the result."""
    if case.state not in _ENDED:
        return None
    done = [
        row.at.astimezone(HANOI).date()
        for row in case.progress
        if row.at and row.state is CaseState.DONE
    ]
    return case.finished or min(done, default=None)


def _clock(case: Case, ended: date | None, today: date) -> date | None:
    """The day that is compared with the due date; None when it is not known."""
    if case.state in _ENDED:
        # Handed over in time was also done in time; handed over late says nothing.
        in_time = case.returned and case.due and case.returned <= case.due
        return ended or (case.returned if in_time else None)
    if case.state is CaseState.SUPPLEMENT_ASKED:
        asked = [one.asked for one in case.supplements if one.asked and not one.given]
        return max(asked, default=None)
    return today
