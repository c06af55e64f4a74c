"""A web process with an outside inbox, which a stand-in plays on loopback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from bot.channels.advisers import Adviser
from bot.inbox.courier import Courier
from bot.inbox.opening import Outside
from bot.settings import Settings
from bot.staff.roles import Role
from bot.staff.service import Staff
from bot.web.app import create_app
from bot.web.parts import Parts
from tests.web.fake_chatwoot import SECRET, TOKEN, FakeChatwoot
from tests.web.fake_rasa import free_port, serving
from tests.web.handover.citizen import Citizen


@pytest.fixture
def chatwoot() -> FakeChatwoot:
    return FakeChatwoot()


@pytest.fixture
def chatwoot_port(chatwoot: FakeChatwoot) -> Iterator[int]:
    port = free_port()
    with serving(chatwoot.app, port):
        yield port


@pytest.fixture
def settings(settings: Settings, chatwoot_port: int) -> Settings:
    inbox = {
        "url": f"http://127.0.0.1:{chatwoot_port}/", "account": 7, "number": 2,
        "token": TOKEN, "secret": SECRET, "login": "chatwoot",
    }  # fmt: skip
    return settings.model_copy(update={f"inbox_{name}": value for name, value in inbox.items()})


@pytest.fixture
def app(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> FastAPI:
    monkeypatch.setattr("bot.inbox.courier.EVERY_S", 3600.0)  # the tests say when
    app = create_app(settings)
    staff: Staff = app.state.staff
    staff.accounts.add(None, "chatwoot", "Cán bộ trung tâm (mẫu)", Role.ADVISER, subject="chatwoot")
    return app


@pytest.fixture
def courier(parts: Parts) -> Courier:
    outside: Outside | None = parts.outside
    assert outside
    return outside.courier


@pytest.fixture
def talk(citizen: Citizen, courier: Courier, chatwoot: FakeChatwoot) -> int:
    """The number there of the conversation that waits."""
    courier.go()
    [number] = chatwoot.talks
    return number


@pytest.fixture
def hoa(app: FastAPI) -> Adviser:
    """One who answers in the console."""
    staff: Staff = app.state.staff
    account = staff.accounts.add(None, "hoa", "Hoa (mẫu)", Role.ADVISER, subject="hoa")
    return Adviser(account.id, account.name)
