"""Personal numbers typed into every field of the console, and into the citizen's: none is kept.

What a form shows again to who has just typed it is not looked at; whatever is opened later is.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts
from sqlalchemy import Engine, inspect, text
from starlette.testclient import TestClient

from bot.care.tickets.model import Draft, Kind
from bot.care.tickets.opening import open_counter
from bot.learning.tables import LearningTheme
from bot.settings import Settings
from bot.staff.roles import Role
from bot.store import Store, now
from tests.web.fake_rasa import FakeRasa
from tests.web.handover.citizen import Citizen
from tests.web.staff.conftest import Browser

CCCD, PHONE, EMAIL, CARD = "001099012345", "0912345678", "lan.tran@example.com", "4111111111111111"
PLANTED = (CCCD, PHONE, EMAIL, CARD)
ALL = f"Nguyễn Văn Mẫu, căn cước {CCCD}, điện thoại {PHONE}, thư {EMAIL}, số thẻ {CARD}"
ENDS = {"/staff/sign-out", "/staff/password"}  # they would end the session
SUBJECT = "subject"  # whatever the issuer calls a member of staff; docs/privacy.md names it


@pytest.fixture
def browsers(signed_in: Callable[[Role], Browser]) -> dict[Role, Browser]:
    return {role: signed_in(role) for role in Role}


def fields(dependant: Dependant) -> Iterator[str]:
    for field in (*dependant.body_params, *dependant.query_params):
        if field.field_info.annotation is str:
            yield field.alias
    for inner in dependant.dependencies:
        yield from fields(inner)


def sweep(app: FastAPI, browser: Browser) -> int:
    """Opens every page and sends every form with a number in each of its fields."""
    sent = 0
    for route in iter_route_contexts(app.routes):
        path = route.path or ""
        if not path.startswith("/staff") or path in ENDS or path.startswith("/staff/sign-in"):
            continue
        values = {name: ALL for name in fields(route.dependant) if name != SUBJECT}
        for number in ("1", PHONE, EMAIL):
            address = re.sub(r"{[^}]+}", number, path)
            for method in route.methods or ():
                if "/events" in path:
                    continue
                if method == "GET":
                    browser.get(address, params=values)
                else:
                    browser.post(address, values | {"role": "lead", "active": "true"})
                sent += 1
    return sent


def cells(database: Engine) -> str:
    """All that is in the database, as text."""
    with database.connect() as connection:
        rows = [
            row
            for table in inspect(database).get_table_names()
            for row in connection.execute(text(f'SELECT * FROM "{table}"'))
        ]
    return "\n".join(str(tuple(row)) for row in rows)


def found_in(told: str) -> list[str]:
    return [number for number in PLANTED if number in told]


def opened(app: FastAPI, browser: Browser) -> Iterator[tuple[str, str]]:
    """Every page of the console that has no name of its own in its address, and the files."""
    for route in iter_route_contexts(app.routes):
        path = route.path or ""
        if path.startswith("/staff") and "events" not in path and "GET" in (route.methods or ()):
            yield path, browser.get(re.sub(r"{[^}]+}", "1", path)).text


def test_nothing_typed_into_the_console_is_kept(
    app: FastAPI,
    browsers: dict[Role, Browser],
    database: Engine,
    settings: Settings,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    store: Store = app.state.store
    open_counter(settings, store).hand_in(Draft("nháp", Kind.REPORT, None, ALL), "web-1", "web")
    with store.writing() as session:
        session.execute(text("UPDATE ticket SET id = 1"))
        session.execute(text("UPDATE ticket_step SET ticket_id = 1"))
        session.add(LearningTheme(nearest="1.001193", at=now(), state="open"))
    for browser in browsers.values():
        assert sweep(app, browser) > 50
    browsers[Role.LEAD].post("/staff/tickets/1/answer", {"revision": "0", "words": ALL})
    down = {"code": "1.001193", "why": ALL, "ask": ALL}
    browsers[Role.EDITOR].post("/staff/notices/down", down)
    for login in (PHONE, CCCD, f"{PHONE}-lan"):
        made = {"login": login, "name": "Lan", "role": "lead", "password": "một mật khẩu dài"}
        browsers[Role.ADMIN].post("/staff/accounts", made)
    named = {"login": "lan", "name": f"Lan {PHONE}", "role": "lead", "password": "mật khẩu dài lắm"}
    browsers[Role.ADMIN].post("/staff/accounts", named)
    browsers[Role.EDITOR].post("/staff/learning/themes/1/assign", {"target": "1.001193"})
    browsers[Role.EDITOR].post("/staff/learning/themes/1/propose", {"text": ALL})

    assert "[phone]" in cells(database), "nothing was stored: the search proves nothing"
    assert found_in(cells(database)) == []
    for browser in browsers.values():
        for path, page in opened(app, browser):
            assert (path, found_in(page)) == (path, [])
    lines = [one.getMessage() for one in caplog.records if not one.name.startswith("httpx")]
    assert found_in("\n".join(lines)) == []


def test_nothing_a_citizen_types_is_kept_or_shown(
    app: FastAPI,
    client: TestClient,
    rasa: FakeRasa,
    browsers: dict[Role, Browser],
    database: Engine,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    citizen = Citizen(client, rasa)
    told: Any = client.post(
        "/api/chat", json={"text": ALL, "session": citizen.session, "client_message_id": PHONE}
    ).json()
    rating = {"session": citizen.session, "turn_id": told["turn_id"], "useful": False}
    client.post("/api/feedback", json={**rating, "comment": ALL})
    citizen.do("handover/call-back", number=PHONE, consent=True)
    adviser = browsers[Role.ADVISER]
    for number in range(1, 3):
        adviser.post(f"/staff/conversations/{number}/take")
        page = adviser.get(f"/staff/conversations/{number}").text
        assert found_in(page) == []
    assert "[phone]" in cells(database)
    assert found_in(cells(database)) == []
    assert found_in(client.get(f"/api/chat/{citizen.session}/export").text) == []
    lines = [one.getMessage() for one in caplog.records if not one.name.startswith("httpx")]
    assert found_in("\n".join(lines)) == []
