"""Is it on time? In words, and unknown where the dates don't tell."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cases.model import CaseState, Supplement
from bot.cases.replies.standing import standing
from tests.cases.conftest import a_case
from tests.cases.replies.conftest import TODAY

FRIDAY, LAST_THURSDAY = date(2026, 8, 7), date(2026, 7, 30)
ASKED = Supplement(what="Bản sao", asked=date(2026, 7, 31))


@pytest.mark.parametrize(
    ("facts", "tone", "sentence"),
    [
        ({"due": date(2026, 8, 14)}, "good", "đang đúng hạn, còn 9 ngày làm việc"),
        ({"due": date(2026, 8, 5)}, "soon", "đang đúng hạn, còn 2 ngày làm việc"),
        ({"due": TODAY}, "soon", "Hẹn trả ngày 3/8/2026, hôm nay là ngày hẹn."),
        ({"due": LAST_THURSDAY}, "late", "Hẹn trả ngày 30/7/2026, đã quá hẹn 2 ngày làm việc."),
        ({"due": None}, "unknown", "Nguồn không ghi ngày hẹn trả."),
        ({"due": None, "state": CaseState.REGISTERED}, "unknown", "Chưa có ngày hẹn trả."),
        (
            {"due": FRIDAY, "state": CaseState.SUPPLEMENT_ASKED, "supplements": (ASKED,)},
            "waiting",
            "khi bổ sung xong thì còn 5 ngày làm việc",
        ),
        (
            {"due": LAST_THURSDAY, "state": CaseState.SUPPLEMENT_ASKED, "supplements": (ASKED,)},
            "late",
            "đã quá hẹn 1 ngày làm việc khi được yêu cầu bổ sung",
        ),
        (
            {"due": FRIDAY, "state": CaseState.DONE, "finished": TODAY},
            "good",
            "Hẹn trả ngày 7/8/2026, đã xong đúng hẹn.",
        ),
        (
            {"due": LAST_THURSDAY, "state": CaseState.DONE, "finished": TODAY},
            "late",
            "đã xong muộn 2 ngày làm việc",
        ),
        (
            {"due": LAST_THURSDAY, "state": CaseState.DONE, "finished": None},
            "unknown",
            "chưa rõ xong có đúng hẹn không",
        ),
        ({"due": LAST_THURSDAY, "state": None}, "unknown", "chưa rõ có trễ hẹn không"),
    ],
)
def test_what_the_dates_tell(facts: dict[str, object], tone: str, sentence: str) -> None:
    told = standing(a_case(**facts), TODAY)
    assert told is not None
    assert told.tone == tone
    assert sentence in told.sentence


def test_a_weekend_is_no_delay_in_working_days() -> None:
    friday, sunday = date(2026, 7, 31), date(2026, 8, 2)
    late = standing(a_case(due=friday), sunday)
    soon = standing(a_case(due=sunday), date(2026, 8, 1))
    assert late is not None
    assert late.sentence == "Hẹn trả ngày 31/7/2026, vừa quá hẹn."
    assert soon is not None
    assert soon.sentence == "Hẹn trả ngày 2/8/2026, ngay sau ngày nghỉ là đến hẹn."


@pytest.mark.parametrize(
    "state", [CaseState.NOT_RECEIVED, CaseState.WITHDRAWAL_ASKED, CaseState.STOPPED]
)
def test_where_no_deadline_runs_nothing_is_said_of_one(state: CaseState) -> None:
    assert standing(a_case(state=state), TODAY) is None
