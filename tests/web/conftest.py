"""The real application over a fake Rasa, each test with its own database."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import Engine, create_engine
from starlette.testclient import TestClient

from bot.privacy.job import TURN_FILE
from bot.privacy.service import Privacy
from bot.settings import Settings
from bot.web.app import create_app
from tests.postgresql import ADDRESS, own_schema
from tests.web.fake_rasa import FakeRasa, free_port, serving
from tests.web.person import Person


@pytest.fixture
def rasa() -> FakeRasa:
    return FakeRasa()


@pytest.fixture
def rasa_port(rasa: FakeRasa) -> Iterator[int]:
    port = free_port()
    with serving(rasa.app, port):
        yield port


@pytest.fixture
def postgresql() -> Iterator[str]:
    """Address of a PostgreSQL schema of the test's own; without a server the test is skipped."""
    with own_schema() as url:
        yield url


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """Empty: SQLite in the test's folder; MOTCUA_TEST_DATABASE_URL lets all tests run on that."""
    return request.getfixturevalue("postgresql") if ADDRESS else ""


@pytest.fixture
def settings(rasa_port: int, tmp_path: Path, database_url: str) -> Settings:
    # Nothing ends by itself: the tests of expiry say when.
    (tmp_path / TURN_FILE).write_text(str(time.time()))
    return Settings(
        var_dir=tmp_path,
        database_url=database_url,
        rasa_port=rasa_port,
        actions_port=free_port(),
        rasa_timeout_s=10.0,  # a busy machine is slow
        rate_session="",
        rate_ip="",
        allowed_origins=["https://hanoi.example"],
    )


@pytest.fixture
def impatient(settings: Settings) -> None:
    """Where Rasa's silence is what is tested."""
    settings.rasa_timeout_s = 2.5


@pytest.fixture
def app(settings: Settings) -> FastAPI:
    return create_app(settings)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def called_from(address: str, client: TestClient) -> TestClient:
    """The application that `client` runs, for a caller at another address."""
    other = TestClient(client.app, client=(address, 50_000), raise_server_exceptions=False)
    other.portal = client.portal  # the same event loop
    return other


@pytest.fixture
def keeper(client: TestClient) -> TestClient:
    """The same application for a tool on this machine, such as Prometheus."""
    return called_from("127.0.0.1", client)


@pytest.fixture
def database(settings: Settings, app: FastAPI) -> Iterator[Engine]:
    engine = create_engine(settings.database)
    yield engine
    engine.dispose()


Say = Callable[..., Any]


@pytest.fixture
def say(client: TestClient) -> Say:
    """Posts a message; the response, whatever its status."""

    def post(text: Any, **members: Any) -> Any:
        body = json.dumps({"text": text, **members})  # escaped: half a surrogate pair passes too
        return client.post("/api/chat", content=body, headers={"Content-Type": "application/json"})

    return post


@pytest.fixture
def person(
    say: Say, client: TestClient, rasa: FakeRasa, settings: Settings
) -> Callable[[str], Person]:
    return lambda name: Person(say, client, rasa, settings.rasa_database, name)


@pytest.fixture
def privacy(client: TestClient) -> Privacy:
    found: Privacy = client.app.state.parts.privacy  # type: ignore[attr-defined]
    return found
