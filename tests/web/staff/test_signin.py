"""Signing in on the page: cookie, CSRF, where it leads, how it ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from bot.settings import Settings
from bot.staff.audit import newest
from bot.staff.roles import Role
from bot.staff.service import Staff
from bot.web.app import create_app
from tests.staff.people import settled
from tests.web.staff.conftest import GOOD, HTML, Browser


@pytest.fixture
def stranger(client: TestClient, staff: Staff) -> Iterator[TestClient]:
    settled(staff.accounts, "lan", "Lan (mẫu)", Role.ADVISER, GOOD)
    client.follow_redirects = False
    client.headers.update(HTML)
    return client


def _sign_in(client: TestClient, password: str = GOOD, login: str = "lan", **more: str):
    page = client.get("/staff/sign-in").text
    csrf = re.search(r'name="csrf" value="([^"]+)"', page)
    assert csrf
    data = {"login": login, "password": password, "csrf": csrf[1], **more}
    return client.post("/staff/sign-in", data=data)


def test_in_and_out(stranger: TestClient) -> None:
    response = _sign_in(stranger, next="/staff/password")
    assert (response.status_code, response.headers["Location"]) == (303, "/staff/password")
    cookie = next(c for c in response.headers.get_list("set-cookie") if "motcua_staff=" in c)
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    page = stranger.get("/staff")
    assert "Chào Lan (mẫu)" in page.text
    csrf = re.search(r'name="csrf" value="([^"]+)"', page.text)
    assert csrf
    token = stranger.cookies["motcua_staff"]
    assert stranger.post("/staff/sign-out", data={"csrf": csrf[1]}).status_code == 303
    stranger.cookies.set("motcua_staff", token, path="/staff")  # somebody copied it
    assert stranger.get("/staff").status_code == 303


def test_a_wrong_password_and_an_unknown_login_look_the_same(stranger: TestClient) -> None:
    wrong = _sign_in(stranger, "sai mật khẩu rồi")
    unknown = _sign_in(stranger, "sai mật khẩu rồi", login="nobody")
    assert wrong.status_code == unknown.status_code == 401
    assert "không đúng" in wrong.text
    hidden = r'name="csrf" value="[^"]+"|value="(lan|nobody)"'
    assert re.sub(hidden, "", wrong.text) == re.sub(hidden, "", unknown.text)


def test_after_ten_wrong_ones_it_is_locked_for_a_while(stranger: TestClient) -> None:
    for _ in range(10):
        assert _sign_in(stranger, "sai").status_code == 401
    locked = _sign_in(stranger)
    assert locked.status_code == 429
    assert "thử lại sau 15 phút" in locked.text


def test_a_form_of_another_site_does_not_sign_in(stranger: TestClient) -> None:
    data = {"login": "lan", "password": GOOD}
    assert stranger.post("/staff/sign-in", data=data).status_code == 403
    stranger.get("/staff/sign-in")
    assert stranger.post("/staff/sign-in", data={**data, "csrf": "x"}).status_code == 403


@pytest.mark.parametrize(
    "next",
    ["https://evil.example", "//evil.example", "/staff\\evil", "/", "/staffx", "/staff/\r\nX: y"],
)
def test_it_leads_nowhere_else(stranger: TestClient, next: str) -> None:
    assert _sign_in(stranger, next=next).headers["Location"] == "/staff"


def test_over_https_the_cookies_are_sent_there_alone(settings: Settings) -> None:
    secure = settings.model_copy(update={"public_url": "https://motcua.example"})
    app = create_app(secure)
    settled(app.state.staff.accounts, "lan", "Lan (mẫu)", Role.ADVISER, GOOD)
    with TestClient(app, base_url="https://motcua.example", follow_redirects=False) as client:
        response = _sign_in(client)
    cookies = response.headers.get_list("set-cookie")
    assert cookies
    assert all("secure" in cookie.lower() for cookie in cookies)


def test_ones_own_password(
    app: FastAPI, staff: Staff, signed_in: Callable[[Role], Browser]
) -> None:
    browser = signed_in(Role.EDITOR)
    new = "mật khẩu khác hẳn"
    wrong = browser.post("/staff/password", {"old": "sai", "new": new, "again": new})
    assert (wrong.status_code, "Mật khẩu cũ không đúng" in wrong.text) == (422, True)
    differ = browser.post("/staff/password", {"old": GOOD, "new": new, "again": "khác"})
    assert differ.status_code == 422
    done = browser.post("/staff/password", {"old": GOOD, "new": new, "again": new})
    assert done.status_code == 303
    assert browser.get("/staff").status_code == 200  # with a new session
    assert staff.accounts.matching("editor", new)


def test_admins_keep_the_accounts(staff: Staff, signed_in: Callable[[Role], Browser]) -> None:
    admin = signed_in(Role.ADMIN)
    new = {"login": "minh", "name": "Minh (mẫu)", "role": "adviser", "password": GOOD}
    assert admin.post("/staff/accounts", new).status_code == 303
    assert admin.post("/staff/accounts", new).status_code == 422
    assert admin.post("/staff/accounts/minh/role", {"role": "lead"}).status_code == 303
    assert admin.post("/staff/accounts/minh/role", {"role": "king"}).status_code == 422
    last = admin.post("/staff/accounts/admin/active", {"active": "false"})
    assert (last.status_code, "quản trị viên cuối cùng" in last.text) == (422, True)
    assert admin.post("/staff/accounts/minh/active", {"active": "false"}).status_code == 303
    page = admin.get("/staff/audit").text
    for words in ("Thêm tài khoản", "Đổi vai trò", "Ngừng tài khoản"):
        assert words in page
    assert newest(staff.store, 1)[0].subject == "minh"


def test_a_name_with_markup_stays_a_name(signed_in: Callable[[Role], Browser]) -> None:
    admin = signed_in(Role.ADMIN)
    name = "<script>alert(1)</script>"
    admin.post("/staff/accounts", {"login": "x1", "name": name, "role": "lead", "password": GOOD})
    assert name not in admin.get("/staff/accounts").text
