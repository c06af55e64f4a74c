"""Who can be reached, and who calls back: the telephone's desk, or staff at the console."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import create_engine

from bot.clock import HANOI
from bot.settings import Settings
from bot.staff.accounts import Accounts
from bot.staff.roles import Role
from bot.store import Store, migrate
from voice.people import People, offer

KEY = b"key"
PERSON = "+842400000000"
WEDNESDAY = datetime(2026, 7, 1, 10, 0, tzinfo=HANOI)
NIGHT = datetime(2026, 7, 1, 22, 0, tzinfo=HANOI)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'motcua.db'}"
    migrate(url)
    store = Store(url)
    yield store
    store.close()


def employed(store: Store, role: Role, login: str = "lan") -> None:
    Accounts(store).add(None, login, "Lan", role, subject=f"subject-{login}")


def test_who_has_a_desk_with_a_telephone_calls_back(store: Store) -> None:
    assert People(Settings(voice_person=PERSON), store, KEY).call_back()


@pytest.mark.parametrize(
    ("role", "calls"),
    [(Role.ADVISER, True), (Role.LEAD, True), (Role.EDITOR, False), (Role.ADMIN, False)],
)
def test_without_one_staff_who_may_answer_do(store: Store, role: Role, calls: bool) -> None:
    people = People(Settings(), store, KEY)
    assert not people.call_back()
    employed(store, role)
    assert people.call_back() is calls


def test_who_was_deactivated_calls_nobody(store: Store) -> None:
    employed(store, Role.ADVISER)
    Accounts(store).set_active(None, "lan", False)
    assert not People(Settings(), store, KEY).call_back()


def test_the_account_of_an_outside_inbox_sees_no_wishes(store: Store) -> None:
    employed(store, Role.ADVISER, "chatwoot")
    people = People(Settings(inbox_login="chatwoot"), store, KEY)
    assert not people.call_back()
    employed(store, Role.ADVISER)
    assert people.call_back()


def test_a_database_that_does_not_tell_promises_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    create_engine(url).connect().close()
    assert not People(Settings(), Store(url), KEY).call_back()


@pytest.mark.parametrize(("moment", "there"), [(WEDNESDAY, True), (NIGHT, False)])
def test_somebody_is_there_in_their_hours(store: Store, moment: datetime, there: bool) -> None:
    with time_machine.travel(moment):
        assert People(Settings(voice_person=PERSON), store, KEY).there() is there
        assert not People(Settings(), store, KEY).there()


def test_the_hours_of_who_calls_back_say_until_when() -> None:
    hours = {"voice_person_hours": "08:00-16:00", "desk_hours": "07:00-12:00"}
    desk = offer(Settings(voice_person=PERSON, **hours), NIGHT)
    console = offer(Settings(**hours), NIGHT)
    assert desk.promised == datetime(2026, 7, 2, 16, 0, tzinfo=HANOI)
    assert console.promised == datetime(2026, 7, 2, 12, 0, tzinfo=HANOI)
    assert "chậm nhất mười hai giờ thứ Năm" in console.wording


@pytest.mark.parametrize(
    ("moment", "why"), [(WEDNESDAY, "chưa nối máy đến cán bộ được"), (NIGHT, "ngoài giờ làm việc")]
)
def test_the_offer_says_why_nobody_is_put_through(moment: datetime, why: str) -> None:
    assert why in offer(Settings(), moment).wording
