"""On time, due soon, late: from the dates, and only as far as they tell."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.derive import Timing, timing
from bot.cases.model import CaseState, Progress, Supplement
from bot.clock import HANOI
from tests.cases.conftest import a_case

DUE = date(2026, 7, 15)  # a Wednesday


def at(today: date, **facts: object) -> Timing:
    return timing(a_case(due=DUE, **facts), today)


def test_in_time() -> None:
    assert at(date(2026, 7, 8)) == Timing(due=DUE, overdue=False, days_left=5)


@pytest.mark.parametrize("today", [date(2026, 7, 13), date(2026, 7, 14), DUE])
def test_due_soon_up_to_the_day_itself(today: date) -> None:
    said = at(today)
    assert (said.due_soon, said.overdue) == (True, False)
    assert said.days_left == (DUE - today).days


def test_late_by_working_days() -> None:
    said = at(date(2026, 7, 20))  # Monday; the weekend does not count
    assert (said.overdue, said.days_late, said.days_left) == (True, 3, None)


def test_done_in_time_stays_so_however_late_it_is_fetched() -> None:
    said = at(
        date(2026, 9, 1),
        state=CaseState.HANDED_OVER,
        finished=date(2026, 7, 14),
        returned=date(2026, 8, 20),
    )
    assert (said.overdue, said.ended) == (False, date(2026, 7, 14))


def test_done_late_was_late() -> None:
    said = at(date(2026, 9, 1), state=CaseState.DONE, finished=date(2026, 7, 17))
    assert (said.overdue, said.days_late) == (True, 2)


def test_the_step_to_state_9_tells_the_end_when_no_field_does() -> None:
    step = Progress(at=datetime(2026, 7, 15, 23, 0, tzinfo=HANOI), state=CaseState.DONE)
    said = at(
        date(2026, 9, 1),
        state=CaseState.HANDED_OVER,
        returned=date(2026, 8, 1),
        progress=(step,),
    )
    assert (said.overdue, said.ended) == (False, DUE)


def test_fetched_late_and_no_end_known_says_nothing() -> None:
    said = at(date(2026, 9, 1), state=CaseState.HANDED_OVER, returned=date(2026, 8, 20))
    assert said.overdue is None


def test_the_citizens_time_is_taken_off() -> None:
    supplement = Supplement(asked=date(2026, 7, 6), given=date(2026, 7, 10))  # four working days
    said = at(date(2026, 7, 20), supplements=(supplement,))
    assert (said.due, said.overdue, said.days_left) == (date(2026, 7, 21), False, 1)


def test_the_new_date_of_the_source_counts_and_is_not_moved_twice() -> None:
    supplement = Supplement(
        asked=date(2026, 7, 6),
        given=date(2026, 7, 10),
        due_before=date(2026, 7, 9),
        due_after=DUE,
    )
    assert at(date(2026, 7, 14), supplements=(supplement,)).due == DUE
    moved = supplement.model_copy(update={"due_after": None})
    assert at(date(2026, 7, 14), supplements=(moved,)).due == DUE


def test_the_clock_stands_still_while_the_citizen_is_asked() -> None:
    asked = Supplement(what="Bản sao rõ hơn", asked=date(2026, 7, 10))
    said = at(date(2026, 9, 1), state=CaseState.SUPPLEMENT_ASKED, supplements=(asked,))
    assert said == Timing(due=DUE, waiting=True, overdue=False, days_left=3)


def test_asked_after_the_due_date_was_late_already() -> None:
    asked = Supplement(asked=date(2026, 7, 17))
    said = at(date(2026, 9, 1), state=CaseState.SUPPLEMENT_ASKED, supplements=(asked,))
    assert (said.overdue, said.days_late) == (True, 2)


def test_time_that_was_taken_but_is_not_known_leaves_it_open() -> None:
    asked = Supplement(asked=date(2026, 7, 6))  # given, or the case would still wait
    assert at(date(2026, 7, 14), supplements=(asked,)).overdue is False
    assert at(date(2026, 7, 20), supplements=(asked,)).overdue is None


@pytest.mark.parametrize(
    "state", [None, CaseState.NOT_RECEIVED, CaseState.WITHDRAWAL_ASKED, CaseState.STOPPED]
)
def test_no_deadline_runs(state: CaseState | None) -> None:
    assert at(date(2026, 9, 1), state=state) == Timing()


DAYS = st.none() | st.dates(date(2026, 6, 1), date(2026, 9, 30))
SUPPLEMENTS = st.builds(Supplement, asked=DAYS, given=DAYS, due_before=DAYS, due_after=DAYS)


@given(
    st.sampled_from(CaseState), DAYS, DAYS, DAYS,
    st.lists(SUPPLEMENTS, max_size=2).map(tuple),
    st.dates(date(2026, 6, 1), date(2026, 9, 30)),
)  # fmt: skip
def test_whatever_the_dates_the_verdict_agrees_with_itself(
    state: CaseState,
    due: date | None,
    finished: date | None,
    returned: date | None,
    supplements: tuple[Supplement, ...],
    today: date,
) -> None:
    case = a_case(
        state=state, due=due, finished=finished, returned=returned, supplements=supplements
    )
    said = timing(case, today)
    assert (said.days_late is not None) == (said.overdue is True)
    assert said.days_left is None or (said.overdue is False and said.days_left >= 0)
    assert not said.due_soon or said.days_left is not None
    if due and said.due:
        assert said.due >= due  # taking time off never hurries anybody
