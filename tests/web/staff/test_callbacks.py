"""The page of those who are to be called back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi import FastAPI

from bot.care.callbacks import CallBacks
from bot.keyed import load_key
from bot.settings import Settings
from bot.staff.roles import Role
from bot.store import now
from tests.web.staff.conftest import Browser

HERE = "/staff/call-backs"
NUMBER = "0912345678"


@pytest.fixture(autouse=True)
def left(app: FastAPI, settings: Settings) -> None:
    """Somebody left a number; the promise has passed just now."""
    store = app.state.store
    callbacks = CallBacks(store, load_key(settings.secret_key, settings.var_dir))
    with store.writing() as session:
        callbacks.write(session, "web-a", NUMBER, "Đồng ý.", now())


@pytest.mark.parametrize("role", [Role.ADVISER, Role.LEAD])
def test_the_number_is_shown_to_who_took_it_after_asking_for_it(
    signed_in: Callable[[Role], Browser], role: Role
) -> None:
    browser = signed_in(role)
    page = browser.get(HERE).text
    assert "1 yêu cầu đã quá lúc hẹn gọi" in page
    assert NUMBER not in page
    assert browser.post(f"{HERE}/1/take").headers["Location"] == HERE
    assert NUMBER not in browser.get(HERE).text
    assert NUMBER in browser.post(f"{HERE}/1/number").text
    assert NUMBER not in browser.get(HERE).text
    browser.post(f"{HERE}/1/called")
    assert "Không có ai chờ gọi lại" in browser.get(HERE).text


def test_a_second_adviser_is_told_and_sees_no_number(
    signed_in: Callable[..., Browser],
) -> None:
    first, second = signed_in(Role.ADVISER), signed_in(Role.ADVISER, login="minh")
    first.post(f"{HERE}/1/take")
    for what in ("take", "number", "called"):
        refused = second.post(f"{HERE}/1/{what}")
        assert refused.status_code == 409
        assert "đã có cán bộ khác nhận" in refused.text
        assert NUMBER not in refused.text
    assert "cán bộ khác đang gọi" in second.get(HERE).text


def test_a_second_click_on_done_is_told_and_harmless(
    signed_in: Callable[[Role], Browser],
) -> None:
    browser = signed_in(Role.ADVISER)
    browser.post(f"{HERE}/1/take")
    assert browser.post(f"{HERE}/1/missed").status_code == 303
    assert browser.post(f"{HERE}/1/missed").status_code == 409
    assert "1 lần, gần nhất" in browser.get(HERE).text


def test_an_act_that_there_is_not_is_refused(signed_in: Callable[[Role], Browser]) -> None:
    assert signed_in(Role.ADVISER).post(f"{HERE}/1/burn").status_code == 422
