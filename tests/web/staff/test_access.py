"""Every page and call of the console × every role, signed out, put out, and by odd methods."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts
from starlette.testclient import TestClient

from bot.staff.roles import May, Role
from bot.staff.service import Staff
from bot.web.staff.guard import Needs
from tests.web.staff.access import ACCESS
from tests.web.staff.conftest import HTML, Browser

OPEN_TO_ALL = {"/staff/sign-in", "/staff/sign-in/openid", "/staff/sign-in/openid/back"}


def _rights(dependant: Dependant) -> Iterator[May]:
    if isinstance(dependant.call, Needs):
        yield dependant.call.right
    for inner in dependant.dependencies:
        yield from _rights(inner)


def _routes(app: FastAPI) -> dict[tuple[str, str], set[May]]:
    """(method, path) → the rights that it asks for."""
    return {
        (method, route.path): set(_rights(route.dependant))
        for route in iter_route_contexts(app.routes)
        if (route.path or "").startswith("/staff") and route.path not in OPEN_TO_ALL
        for method in route.methods or ()
    }


def _call(client: TestClient, method: str, path: str, **values: Any) -> Any:
    return client.request(method, re.sub(r"{[^}]+}", "1", path), **values)


def test_every_page_and_call_has_its_row(app: FastAPI) -> None:
    assert set(_routes(app)) == set(ACCESS)


def test_every_route_asks_for_exactly_one_right(app: FastAPI) -> None:
    assert {route for route, rights in _routes(app).items() if len(rights) != 1} == set()


def test_without_signing_in_pages_lead_there_and_calls_are_refused(
    app: FastAPI, client: TestClient
) -> None:
    client.follow_redirects = False
    for method, path in _routes(app):
        response = _call(client, method, path, headers=HTML)
        if path.startswith("/staff/api/"):
            assert response.status_code == 401, path
        else:
            assert response.status_code == 303, path
            assert response.headers["Location"].startswith("/staff/sign-in?next=/staff"), path


@pytest.mark.parametrize("role", Role)
def test_a_role_opens_what_the_table_says_and_nothing_else(
    signed_in: Callable[[Role], Browser], role: Role
) -> None:
    _holds(signed_in(role), role)


def test_another_role_counts_from_the_next_click_on(
    signed_in: Callable[[Role], Browser], staff: Staff
) -> None:
    browser = signed_in(Role.LEAD)
    for role in (Role.EDITOR, Role.ADVISER, Role.ADMIN):
        staff.accounts.change_role(None, "lead", role)
        _holds(browser, role)


def test_who_was_deactivated_opens_nothing_and_gets_nothing_back(
    signed_in: Callable[..., Browser], staff: Staff
) -> None:
    browser = signed_in(Role.LEAD)
    staff.accounts.set_active(None, "lead", False)
    for again in (False, True):  # activated anew, the cookie of before is worth nothing
        staff.accounts.set_active(None, "lead", again)
        for method, path in ACCESS:
            by_script = _call(browser.client, method, path, headers=_csrf(browser))
            assert by_script.status_code == 401, (method, path)
            opened = _call(browser.client, method, path)
            assert opened.status_code == (401 if "/api/" in path else 303), (method, path)


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE"])
def test_no_other_method_leads_around(signed_in: Callable[[Role], Browser], method: str) -> None:
    browser = signed_in(Role.EDITOR)
    for path in {path for _, path in ACCESS}:
        response = _call(browser.client, method, path, headers=_csrf(browser))
        assert response.status_code == 405, (method, path)


@pytest.mark.parametrize("way", ["{}/", "{}/.", "{};a", "{}%2f", "{}%00"])
def test_no_other_spelling_of_an_address_leads_around(
    app: FastAPI, client: TestClient, way: str
) -> None:
    client.follow_redirects = False
    for method, path in ACCESS:
        response = _call(client, method, way.format(path))
        assert response.status_code in {303, 307, 401, 404, 405}, (method, path, way)
        assert "motcua_staff" not in response.headers.get("set-cookie", "")


def test_a_token_counts_in_its_form_and_header_alone(
    signed_in: Callable[[Role], Browser], staff: Staff
) -> None:
    admin = signed_in(Role.ADMIN)
    new = {"login": "x1", "name": "X (mẫu)", "role": "lead", "password": "một mật khẩu dài"}
    address = "/staff/accounts"
    foreign = {"Origin": "https://evil.example"}
    for answer in (
        admin.client.post(f"{address}?csrf={admin.csrf}", data=new),
        admin.client.post(address, json=new | {"csrf": admin.csrf}),
        admin.client.post(address, data=new, headers=foreign),
    ):
        assert answer.status_code == 403
    assert [one.login for one in staff.accounts.all()] == ["admin"]


def _holds(browser: Browser, role: Role) -> None:
    for (method, path), roles in ACCESS.items():
        if path == "/staff/sign-out":
            continue  # it would end the journey
        response = _call(browser.client, method, path, headers=_csrf(browser))
        if role in roles:
            assert response.status_code not in {401, 403, 500}, (method, path, response.text[:200])
        else:
            assert response.status_code == 403, (method, path)


def _csrf(browser: Browser) -> dict[str, str]:
    return {"X-CSRF-Token": browser.csrf}


@pytest.mark.parametrize("role", Role)
def test_nothing_is_changed_without_the_sessions_own_token(
    app: FastAPI, signed_in: Callable[[Role], Browser], role: Role
) -> None:
    browser, other = signed_in(role), signed_in(Role.ADVISER, login="another")
    for method, path in _routes(app):
        if method == "GET":
            continue
        for headers in ({}, {"X-CSRF-Token": other.csrf}):
            assert _call(browser.client, method, path, headers=headers).status_code == 403, path


def test_all_pages_are_never_cached_and_have_the_strict_policy(
    app: FastAPI, signed_in: Callable[[Role], Browser]
) -> None:
    browser = signed_in(Role.ADMIN)
    for path in ("/staff", "/staff/accounts", "/staff/sign-in", "/staff/nowhere"):
        headers = browser.get(path).headers
        assert headers["Cache-Control"] == "no-store", path
        assert "form-action 'self'" in headers["Content-Security-Policy"], path
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"], path
    assert "form-action 'none'" in browser.get("/").headers["Content-Security-Policy"]
