"""The console with one account of each role, signed in by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import time_machine
from fastapi import FastAPI
from starlette.testclient import TestClient

from bot.staff.roles import Role
from bot.staff.service import Staff
from bot.web.staff.cookie import NAME
from tests.web.handover.citizen import MORNING

GOOD = "một mật khẩu dài"
HTML = {"Accept": "text/html"}


class Browser:
    """A client of one member of staff; posts carry the session's CSRF token."""

    def __init__(self, client: TestClient, csrf: str) -> None:
        self.client = client
        self.csrf = csrf
        self.get = client.get

    def post(self, path: str, data: dict[str, str] | None = None) -> Any:
        return self.client.post(path, data={**(data or {}), "csrf": self.csrf})


@pytest.fixture
def staff(app: FastAPI) -> Staff:
    found: Staff = app.state.staff
    return found


@pytest.fixture
def signed_in(
    app: FastAPI, client: TestClient, staff: Staff
) -> Iterator[Callable[[Role], Browser]]:
    """Opens a browser of a member of staff with the given role, signed in."""
    with ExitStack() as stack:

        def open_browser(role: Role, login: str = "") -> Browser:
            login = login or str(role)
            account = staff.accounts.add(None, login, f"{role.label} (mẫu)", role, password=GOOD)
            token = staff.sessions.open(account.id, "test")
            own = TestClient(
                app, follow_redirects=False, raise_server_exceptions=False,
                headers=HTML,
            )  # fmt: skip
            own.cookies.set(NAME, token, domain="testserver.local", path="/staff")
            own.portal = client.portal  # the same event loop
            stack.callback(own.close)
            me = staff.sessions.find(token, touch=False)
            assert me
            return Browser(own, me.csrf)

        yield open_browser


@pytest.fixture
def lan(signed_in: Callable[..., Browser]) -> Browser:
    """An adviser."""
    return signed_in(Role.ADVISER, "lan")


@pytest.fixture
def minh(signed_in: Callable[..., Browser]) -> Browser:
    """A lead."""
    return signed_in(Role.LEAD, "minh")


@pytest.fixture
def morning() -> Iterator[None]:
    """Of a working day, when the desk is open."""
    with time_machine.travel(MORNING):
        yield
