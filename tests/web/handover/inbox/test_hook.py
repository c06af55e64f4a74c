"""How the inbox is let in, and what it needs."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from starlette.testclient import TestClient

from bot.inbox.courier import Courier
from bot.inbox.opening import BadInbox
from bot.inbox.port import InboxDown
from bot.settings import Settings
from bot.web.app import create_app
from tests.web.fake_chatwoot import FakeChatwoot
from tests.web.handover.citizen import MORNING, Citizen
from tests.web.person import wait_for


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, 204),
        ({"signature": ""}, 403),
        ({"signature": "sha256=" + "0" * 64}, 403),
        ({"stamp": "0"}, 403),
        ({"stamp": str(int(MORNING.timestamp()) - 400)}, 403),
        ({"stamp": str(int(MORNING.timestamp()) + 400)}, 403),
        ({"stamp": "9" * 5000}, 403),
    ],
)
def test_only_its_own_fresh_signature_is_let_in(
    client: TestClient, chatwoot: FakeChatwoot, changed: dict[str, str], status: int
) -> None:
    assert chatwoot.calls(client, **changed).status_code == status


def test_its_call_makes_the_courier_look_at_once(
    citizen: Citizen, talk: int, client: TestClient, chatwoot: FakeChatwoot
) -> None:
    chatwoot.says(talk, "Chào bác")
    chatwoot.calls(client)
    wait_for(lambda: "Chào bác" in citizen.heard)


def test_half_a_configuration_is_refused(settings: Settings) -> None:
    with pytest.raises(BadInbox, match="MOTCUA_INBOX_SECRET"):
        create_app(settings.model_copy(update={"inbox_secret": ""}))


def test_without_one_there_is_no_such_address(settings: Settings) -> None:
    none = create_app(settings.model_copy(update={"inbox_url": ""}))
    with TestClient(none) as client:
        assert client.post("/api/inbox/chatwoot", content=b"{}").status_code == 404


def test_an_account_that_may_not_take_over_stops_the_courier(
    citizen: Citizen, app: FastAPI, courier: Courier
) -> None:
    with app.state.store.writing() as session:
        session.execute(text("UPDATE staff_account SET active = false"))
    with pytest.raises(InboxDown, match="no active account"):
        courier.go()
