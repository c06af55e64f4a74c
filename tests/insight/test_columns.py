"""The columns in memory never disagree with the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import delete, event, select

from bot.clock import today
from bot.insight.model import Report
from bot.insight.period import Period
from bot.insight.report import Insight
from bot.insight.tables import TurnLog
from bot.insight.turnlog import log_thumb
from bot.store import Store
from tests.insight.conftest import DAY, Log, figure, rows


def test_a_turn_that_came_late_is_counted(turn: Log, september: Callable[..., Report]) -> None:
    turn(times=3)
    assert figure(september("usage"), "questions").value == 3
    turn("bình")
    assert figure(september("usage"), "questions").value == 4


def test_what_a_person_deleted_is_gone_at_once(
    turn: Log, store: Store, september: Callable[..., Report]
) -> None:
    turn("an", times=3)
    turn("bình", times=2)
    assert figure(september("usage"), "users").value == 2
    with store.writing() as session:
        session.execute(delete(TurnLog).where(TurnLog.who == "an"))
    told = september("usage")
    assert (figure(told, "users").value, figure(told, "questions").value) == (1, 2)


def test_a_later_thumb_is_counted(
    turn: Log, store: Store, september: Callable[..., Report]
) -> None:
    turn(times=2)
    assert figure(september("satisfaction"), "rated").value == 0
    with store.writing() as session:
        one = session.scalars(select(TurnLog.turn_id)).first()
        assert one
        log_thumb(session, one, True)
    assert figure(september("satisfaction"), "rated").value == 1


def test_a_day_that_did_not_change_is_not_read_again(
    turn: Log, store: Store, september: Callable[..., Report]
) -> None:
    turn(times=3)
    september("usage")
    read: list[str] = []
    event.listen(
        store.engine, "before_cursor_execute", lambda *args: read.append(str(args[2]).lower())
    )
    september("usage")
    assert not [query for query in read if "turn_log.who" in query]
    turn()
    september("usage")
    assert len([query for query in read if "turn_log.who" in query]) == 1


@pytest.mark.parametrize(("hour", "on"), [(0, DAY), (23, date(2026, 9, 30))])
def test_days_and_hours_are_hanois(
    turn: Log, september: Callable[..., Report], hour: int, on: date
) -> None:
    for n in range(5):
        turn(f"người {n}", on=on, hour=hour)
    turn("trước đó", on=date(2026, 8, 31), hour=23)
    turn("sau đó", on=date(2026, 10, 1), hour=0)
    told = september("usage")
    assert rows(told, "by_day")[f"{on:%d/%m/%Y}"] == (5, 5)
    assert rows(told, "by_hour")[f"{hour} giờ"] == (5, 5)


def test_today_is_always_read_anew(insight: Insight, turn: Log, store: Store) -> None:
    now = Period(today(), today())
    turn("an", on=today())
    assert figure(insight.report(now, today(), ["usage"]), "users").value == 1
    with store.writing() as session:  # SQLite gives the number of a deleted last row again
        session.execute(delete(TurnLog))
    turn("bình", on=today(), channel="voice")
    told = insight.report(now, today(), ["usage"])
    assert figure(told, "questions").value == 1
    assert figure(told, "users").value == 0, "a turn of a call; no call was recorded"
