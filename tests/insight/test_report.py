"""Each figure over a small log, counted by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.insight.model import Report
from bot.insight.period import Period
from bot.insight.report import GROUPS, Insight
from bot.insight.small import OTHERS
from tests.insight.conftest import DAY, TODAY, Log, figure, rows, table

September = Callable[..., Report]


def test_users_are_sessions_and_callers(turn: Log, call: Log, september: September) -> None:
    turn("an", times=3)
    turn("bình", on=date(2026, 9, 3))
    turn("cuộc gọi 1", channel="voice")
    call("máy 1")
    call("máy 1")
    call(None)
    call(None)
    told = september("usage", "calls")
    assert figure(told, "users").value == 2 + 1 + 2, "a hidden number counts each time"
    assert figure(told, "conversations").value == 3
    assert figure(told, "questions").value == 5
    assert figure(told, "calls").value == 4


def test_hours_are_of_calls_that_have_ended(call: Log, september: September) -> None:
    call(seconds=5400.0)
    call(seconds=1800.0)
    call(seconds=None, outcome=None)
    told = september("calls")
    assert figure(told, "calls").value == 3
    assert figure(told, "call_hours").value == 2.0
    assert figure(told, "call_length").value == 3600


def test_each_question_is_of_one_kind(turn: Log, september: September) -> None:
    for n in range(5):
        turn(f"người {n}", times=4)
        turn(f"người {n}", times=2, decision="clarify")
        turn(f"người {n}", decision="none", procedure=None)
        turn(f"người {n}", decision=None, outcome="unclear")
        turn(f"người {n}", decision="notice", intent="thanks", procedure=None)
        turn(f"người {n}", decision=None, outcome="timeout")
    told = september("answers")
    keys = ("answered", "clarified", "none", "other", "failed")
    assert [figure(told, key).value for key in keys] == [0.4, 0.2, 0.2, 0.1, 0.1]


def test_what_the_table_hides_is_no_share_either(turn: Log, september: September) -> None:
    """3 % of 100 questions are the three that the table does not tell."""
    for n in range(20):
        turn(f"người {n}", times=4)
    for n in range(17):
        turn(f"người {n}", decision="clarify")
    turn("người 1", decision=None, outcome="timeout", times=3)
    told = september("answers")
    assert figure(told, "answered").value == 0.8
    for key in ("failed", "clarified"):
        assert (figure(told, key).value, figure(told, key).why) == (None, "dưới 5 cuộc trò chuyện")


def test_of_fewer_than_five_conversations_only_totals_are_told(
    turn: Log, september: September
) -> None:
    for n in range(4):
        turn(f"người {n}", ms=1000.0 * n)
    told = september("usage", "answers", "speed")
    assert (figure(told, "questions").value, figure(told, "conversations").value) == (4, 4)
    assert not [
        figure(told, key).value
        for key in ("answered", "containment", "p50", "p95")
        if figure(told, key).value is not None
    ]


def test_no_hidden_day_is_a_weekday_less_its_other_days(turn: Log, september: September) -> None:
    """Tuesdays less the second one would be the two people of 1 September."""
    for n in range(9):
        turn(f"người {n}", on=date(2026, 9, 8))
        turn(f"người {n}", on=date(2026, 9, 10))
    for n in range(5):
        turn(f"người {n}", on=date(2026, 9, 2))
    for n in range(2):
        turn(f"người {n}", on=date(2026, 9, 1))
    told = september("usage")
    days, weekdays = rows(told, "by_day"), rows(told, "by_weekday")
    assert (days["01/09/2026"], days["02/09/2026"], days["08/09/2026"]) == (
        (None, None), (None, None), (9, 9),
    )  # fmt: skip
    assert (weekdays["Thứ Ba"], weekdays["Thứ Tư"], weekdays["Thứ Năm"]) == (
        (9, 9), (0, 0), (9, 9),
    )  # fmt: skip


def test_a_late_evening_in_hanoi_is_of_that_day(turn: Log, call: Log, september: September) -> None:
    """23:30 is 16:30 in UTC, half past midnight is the day before there."""
    for n in range(5):
        turn(f"người {n}", on=date(2026, 9, 30), hour=23)
        turn(f"sớm {n}", on=DAY, hour=0)
        turn(f"người {n}", on=date(2026, 10, 1), hour=0)
        turn(f"sớm {n}", on=date(2026, 8, 31), hour=23)
        call(f"máy {n}", on=date(2026, 9, 30), hour=23)
    told = september("usage", "calls")
    assert figure(told, "questions").value == 10
    days, hours = rows(told, "by_day"), rows(told, "by_hour")
    assert (days["01/09/2026"], days["30/09/2026"]) == ((5, 5), (5, 5))
    assert (hours["0 giờ"], hours["23 giờ"], hours["16 giờ"]) == ((5, 5), (5, 5), (0, 0))
    assert rows(told, "calls_by_day")["30/09/2026"] == (5,)
    assert rows(told, "calls_by_hour")["23 giờ"] == (5,)


def test_containment_is_of_conversations(turn: Log, call: Log, september: September) -> None:
    turn("an", times=5)
    turn("bình", intent="handover", decision="notice", times=2)
    turn("chi", intent="handover", decision="answer")  # it was a question after all
    turn("dung")
    turn("cuộc gọi", channel="voice", intent="handover", decision="notice")
    call(outcome="person")
    assert figure(september("answers"), "containment").value == pytest.approx(1 - 2 / 5)


def test_times_leave_failures_out(turn: Log, september: September) -> None:
    for n in range(1, 101):
        turn(f"người {n}", ms=float(n))
    turn("an", outcome="timeout", decision=None, ms=8000.0, times=50)
    told = september("speed")
    assert figure(told, "p50").value == pytest.approx(50.5)
    assert figure(told, "p95").value == pytest.approx(95.05)
    assert rows(told, "times_by_channel")["Tổng đài"] == (None, None)


def test_procedures_and_fields_hide_the_few(turn: Log, september: September) -> None:
    for n in range(6):
        turn(f"người {n}", times=2)
        turn(f"người {n}", procedure="9.999999")
    turn("một người", times=9, procedure="1.000894")
    turn("người 1", procedure="2.000635")
    told = september("topics")
    assert [row.values for row in table(told, "procedures").rows] == [(12, 6), (16, 7)]
    assert list(rows(told, "procedures")) == ["1.001193 Đăng ký khai sinh", OTHERS]


def test_themes_and_wards(turn: Log, september: September) -> None:
    for n in range(5):
        turn(f"người {n}", decision="none", intent="ask_place", procedure=None)
        turn(f"người {n}", ward="Phường Ba Đình")
    told = september("topics")
    assert rows(told, "themes") == {"hỏi nơi nộp": (5, 5)}
    assert rows(told, "wards") == {"Phường Ba Đình": (5, 5)}


def test_satisfaction_of_a_few_is_not_told(turn: Log, september: September) -> None:
    for n in range(4):
        turn(f"người {n}", useful=True)
    assert figure(september("satisfaction"), "useful").value is None
    turn("người 5", useful=False)
    told = september("satisfaction")
    assert figure(told, "rated").value == 5
    assert figure(told, "useful").value == pytest.approx(0.8)


def test_an_empty_period_is_told_as_empty(insight: Insight) -> None:
    period = Period(DAY, DAY)
    told = insight.report(period, TODAY)
    assert told.empty
    assert "Không có câu hỏi hay cuộc gọi nào" in told.notes[0]
    assert [group.key for group in told.groups] == list(GROUPS)
    assert figure(told, "containment").value is None


def test_a_period_longer_ago_than_the_log_says_so(insight: Insight) -> None:
    told = insight.report(Period(date(2026, 2, 1), DAY), TODAY)
    assert any("Nhật ký chỉ giữ 180 ngày" in note for note in told.notes)


def test_a_period_with_today_says_that_it_has_not_ended(insight: Insight) -> None:
    told = insight.report(Period(DAY, TODAY), TODAY)
    assert any("chưa hết" in note for note in told.notes)
