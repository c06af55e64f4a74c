"""The real telephone service over a fake Rasa, with a recogniser that hears what a test says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.settings import Settings
from tests.web.fake_rasa import FakeRasa, free_port, serving
from voice.app import create_app
from voice.hearing.port import Heard

PUBLIC = "https://hotline.example"
AUTH_TOKEN = "only-for-tests"


class Hears:
    engine = "test"

    def __init__(self) -> None:
        self.text = "làm hộ chiếu"
        self.others: tuple[str, ...] = ()

    def hear(self, pcm: bytes, expected: Sequence[str] | None = None) -> Heard:
        return Heard(self.text, self.others, 1.0)


@pytest.fixture
def rasa() -> FakeRasa:
    return FakeRasa()


@pytest.fixture
def hears() -> Hears:
    return Hears()


@pytest.fixture
def settings(rasa: FakeRasa, tmp_path: Path) -> Iterator[Settings]:
    port = free_port()
    with serving(rasa.app, port):
        yield Settings(
            var_dir=tmp_path,
            database_url="",
            rasa_port=port,
            actions_port=free_port(),
            rasa_timeout_s=10,
            voice_public_url=PUBLIC,
            voice_auth_token=AUTH_TOKEN,
            voice_person="+842400000000",
        )


@pytest.fixture
def client(
    settings: Settings, hears: Hears, monkeypatch: pytest.MonkeyPatch
) -> Iterator[TestClient]:
    # On a busy machine the fake answers late: "wait a moment" would be one sentence more.
    monkeypatch.setattr("voice.call.LONG_WAIT_S", 30.0)
    app = create_app(settings, recogniser=hears)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
