"""Calling back: one adviser at a time, the number for who has it, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import update

from bot.care.callback_desk import HELD, CallBackDesk, TooLate
from bot.care.callbacks import CallBacks
from bot.care.sealed import Unreadable
from bot.care.tables import CallBack
from bot.staff.accounts import Accounts
from bot.staff.audit import newest
from bot.staff.roles import Role
from bot.store import Store, migrate, now

KEY = b"a key of this test"
NUMBER = "0912345678"
NOON = datetime(2026, 7, 1, 5, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Coordinates]:
    with time_machine.travel(NOON, tick=False) as coordinates:
        yield coordinates


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path}/motcua.db"
    migrate(url)
    store = Store(url)
    accounts = Accounts(store)
    for login in ("lan", "minh"):
        accounts.add(None, login, login, Role.ADVISER, subject=login)
    yield store
    store.close()


LAN, MINH = 1, 2


@pytest.fixture
def desk(store: Store) -> CallBackDesk:
    return CallBackDesk(store, KEY)


@pytest.fixture
def leave(store: Store) -> Callable[..., int]:
    """Leaves a number with a promise in so many hours; the wish's number."""
    callbacks = CallBacks(store, KEY)

    def left(sender: str = "web-a", hours: float = 5) -> int:
        with store.writing() as session:
            callbacks.write(session, sender, NUMBER, "Đồng ý.", now() + timedelta(hours=hours))
        return max(one.id for one in callbacks.waiting())

    return left


def test_broken_promises_come_first_then_the_nearest(
    desk: CallBackDesk, leave: Callable[..., int], clock: time_machine.Coordinates
) -> None:
    late, far, near = leave("web-a", 1), leave("web-b", 9), leave("web-c", 5)
    clock.shift(timedelta(hours=2))
    assert [(one.row.id, one.late) for one in desk.listed()] == [
        (late, True), (near, False), (far, False),
    ]  # fmt: skip


def test_of_two_advisers_one_has_it_and_only_that_one_sees_the_number(
    desk: CallBackDesk, leave: Callable[..., int]
) -> None:
    wish = leave()
    with pytest.raises(TooLate):
        desk.number(wish, LAN)
    desk.take(wish, LAN)
    for act in (desk.take, desk.number, desk.not_reached, desk.let_go):
        with pytest.raises(TooLate):
            act(wish, MINH)
    assert desk.number(wish, LAN) == NUMBER


def test_each_look_at_a_number_is_in_the_log_and_no_telephone_number_is(
    desk: CallBackDesk, leave: Callable[..., int], store: Store
) -> None:
    wish = leave()
    desk.take(wish, LAN)
    desk.number(wish, LAN)
    desk.number(wish, LAN)
    desk.end(wish, LAN, "called")
    lines = [line for line in newest(store, 10) if line.act.startswith("call-back")]
    assert [line.act.removeprefix("call-back-") for line in lines] == [
        "called", "number", "number", "take",
    ]  # fmt: skip
    assert {(line.login, line.subject) for line in lines} == {("lan", str(wish))}


def test_who_was_not_reached_is_tried_again_and_given_up_only_after_three_calls(
    desk: CallBackDesk, leave: Callable[..., int]
) -> None:
    wish = leave()
    for adviser in (LAN, MINH, LAN):
        desk.take(wish, adviser)
        with pytest.raises(TooLate):
            desk.end(wish, adviser, "not_reached")
        desk.not_reached(wish, adviser)
    [left] = desk.listed()
    assert (left.row.tries, left.row.tried_at, left.adviser) == (3, NOON, None)
    desk.take(wish, MINH)
    desk.end(wish, MINH, "not_reached")
    assert desk.listed() == []


def test_who_was_called_is_forgotten(
    desk: CallBackDesk, leave: Callable[..., int], store: Store
) -> None:
    wish = leave()
    desk.take(wish, LAN)
    desk.end(wish, LAN, "called")
    with pytest.raises(TooLate):
        desk.number(wish, LAN)
    with store.reading() as session:
        row = session.get_one(CallBack, wish)
    assert (row.number, row.ended) == (None, "called")


def test_what_was_taken_and_left_lying_goes_to_a_colleague(
    desk: CallBackDesk, leave: Callable[..., int], clock: time_machine.Coordinates
) -> None:
    wish = leave()
    desk.take(wish, LAN)
    clock.shift(HELD + timedelta(minutes=1))
    assert desk.listed()[0].adviser is None
    desk.take(wish, MINH)
    with pytest.raises(TooLate):
        desk.number(wish, LAN)


def test_a_number_of_another_key_is_not_opened_and_the_wish_can_be_ended(
    desk: CallBackDesk, leave: Callable[..., int], store: Store
) -> None:
    wish = leave()
    with store.writing() as session:
        session.execute(update(CallBack).values(number="gAAAA"))
    desk.take(wish, LAN)
    with pytest.raises(Unreadable):
        desk.number(wish, LAN)
    desk.end(wish, LAN, "withdrawn")
    assert desk.listed() == []
