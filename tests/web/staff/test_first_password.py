"""A password that somebody else chose is changed before anything else is opened."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from bot.staff.roles import Role
from bot.staff.service import Staff
from tests.web.staff.conftest import GOOD, HTML, Browser

GIVEN, NEW = "mật khẩu được cấp", "mật khẩu của riêng tôi"


def sign_in(client: TestClient, login: str, password: str) -> Browser:
    client.follow_redirects = False
    client.headers.update(HTML)
    token = re.search(r'name="csrf" value="([^"]+)"', client.get("/staff/sign-in").text)
    assert token
    data = {"login": login, "password": password, "csrf": token[1]}
    assert client.post("/staff/sign-in", data=data).status_code == 303
    mine = re.search(r'name="csrf" value="([^"]+)"', client.get("/staff/password").text)
    assert mine
    return Browser(client, mine[1])


@pytest.fixture
def admin(signed_in: Callable[..., Browser]) -> Browser:
    return signed_in(Role.ADMIN)


@pytest.fixture
def newcomer(admin: Browser, client: TestClient) -> Browser:
    """Whose account the admin has just made, signed in with the password that was given."""
    made = {"login": "minh", "name": "Minh (mẫu)", "role": "lead", "password": GIVEN}
    assert admin.post("/staff/accounts", made).status_code == 303
    return sign_in(client, "minh", GIVEN)


def test_nothing_else_opens_before(newcomer: Browser) -> None:
    page = newcomer.get("/staff/password").text
    assert "do người khác đặt" in page
    assert 'aria-label="Các mục"' not in page
    for path in ("/staff", "/staff/tickets", "/staff/figures.csv"):
        answer = newcomer.get(path)
        assert (answer.status_code, answer.headers.get("location")) == (303, "/staff/password")
    assert newcomer.post("/staff/notices/banner", {"text": "x", "why": "y"}).status_code == 303
    call = newcomer.get("/staff/api/procedures?q=khai+sinh")
    assert (call.status_code, call.json()["title"]) == (403, "Cần đổi mật khẩu")


def test_after_the_change_everything_does_and_the_given_one_is_worth_nothing(
    newcomer: Browser, staff: Staff
) -> None:
    same = {"old": GIVEN, "new": GIVEN, "again": GIVEN}
    kept = newcomer.post("/staff/password", same)
    assert (kept.status_code, "phải khác mật khẩu cũ" in kept.text) == (422, True)
    changed = newcomer.post("/staff/password", {"old": GIVEN, "new": NEW, "again": NEW})
    assert changed.headers["location"] == "/staff"
    assert newcomer.get("/staff").status_code == 200
    assert staff.accounts.matching("minh", GIVEN) is None


def test_whoever_does_not_want_to_can_leave(newcomer: Browser) -> None:
    assert newcomer.post("/staff/sign-out").headers["location"] == "/staff/sign-in"


def test_a_reset_signs_out_and_asks_for_a_change_again(
    admin: Browser, signed_in: Callable[..., Browser], client: TestClient
) -> None:
    lan = signed_in(Role.ADVISER, "lan")
    assert lan.get("/staff").status_code == 200
    assert admin.post("/staff/accounts/lan/password", {"password": GIVEN}).status_code == 303
    assert lan.get("/staff").headers["location"].startswith("/staff/sign-in")
    assert sign_in(client, "lan", GIVEN).get("/staff").headers["location"] == "/staff/password"


def test_who_signs_in_by_openid_needs_no_password(staff: Staff) -> None:
    both = staff.accounts.add(None, "an", "An (mẫu)", Role.LEAD, password=GOOD, subject="s")
    me = staff.sessions.find(staff.sessions.open(both.id, "openid"), touch=False)
    assert me
    assert not me.must_change
