"""The first page says what waits, to each role what it may open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import update

from bot.care.callbacks import CallBacks
from bot.care.tables import Ticket
from bot.care.tickets.model import Draft, Kind
from bot.care.tickets.opening import open_counter
from bot.keyed import load_key
from bot.settings import Settings
from bot.staff.roles import Role
from bot.staff.service import Staff
from bot.web.staff.waiting import Pile, waiting
from tests.web.staff.conftest import Browser

SignedIn = Callable[[Role], Browser]


@pytest.fixture(autouse=True)
def handed_in(app: FastAPI, settings: Settings) -> None:
    counter = open_counter(settings, app.state.store)
    for n, kind in enumerate((Kind.REPORT, Kind.PROPOSAL, Kind.OFFICIAL)):
        counter.hand_in(Draft(f"token{n}", kind, None, "chờ lâu quá"), "web-x", "web")


def test_tickets_are_counted_and_officials_apart(signed_in: SignedIn) -> None:
    adviser = signed_in(Role.ADVISER).get("/staff").text
    assert "2 việc còn phải làm" in adviser
    assert "1 việc còn phải làm" not in adviser
    lead = signed_in(Role.LEAD).get("/staff").text
    assert "2 việc còn phải làm" in lead
    assert "1 việc còn phải làm" in lead


def test_what_is_late_is_counted_apart(staff: Staff) -> None:
    day = date(2026, 11, 20)
    with staff.store.writing() as session:
        session.execute(update(Ticket).where(Ticket.kind == Kind.REPORT).values(due=day))
    assert waiting(staff.store, day).tickets == Pile(2, late=0)
    assert waiting(staff.store, day + timedelta(days=1)).tickets == Pile(2, late=1)
    assert waiting(staff.store, day).complaints == Pile(1)


def test_a_wish_to_be_called_back_is_told(
    app: FastAPI, settings: Settings, staff: Staff, signed_in: SignedIn
) -> None:
    key = load_key(settings.secret_key, settings.var_dir)
    CallBacks(staff.store, key).take("voice-x", "0912345678", "Đồng ý thì bấm phím một.")
    assert "1 lời hẹn gọi lại" in signed_in(Role.ADVISER).get("/staff").text


def test_nothing_waits_says_nothing(signed_in: SignedIn) -> None:
    page = signed_in(Role.EDITOR).get("/staff").text
    assert "nhóm câu chưa xem" not in page


def test_who_has_a_password_may_change_it(signed_in: SignedIn) -> None:
    assert "Đổi mật khẩu" in signed_in(Role.ADVISER).get("/staff").text
