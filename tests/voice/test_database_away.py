"""The database is away: for a moment, at a call's end, or when one comes in."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from bot.channels.conversations import Conversations
from tests.voice.line import CALL, greeted, parameters, streaming, webhook
from tests.web.conftest import called_from
from tests.web.fake_rasa import FakeRasa
from voice import prompts
from voice.parts import Parts
from voice.records import Records
from voice.speaking.mouth import sentences


def told(client: TestClient) -> dict[str, str]:
    return parameters(webhook(client, "/voice/incoming").text)


def after(client: TestClient) -> str:
    return webhook(client, "/voice/after").text


def away(*_: object) -> None:
    raise OperationalError("SELECT", {}, Exception("connection refused"))


def test_who_calls_then_hears_that_something_is_wrong(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for what in ("open", "cause"):
        monkeypatch.setattr(Records, what, away)
    with streaming(client) as stream:
        stream.start(told(client))
        assert stream.closed() == (1008, "no database")
    assert "sounds/trouble.wav" in after(client)
    parts: Parts = client.app.state.parts  # type: ignore[attr-defined]
    assert not parts.switchboard.busy


def test_an_exchange_is_told_to_say_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Records, "cause", away)
    exchange = called_from("127.0.0.1", client)
    assert exchange.get("/voice/next", params={"call": CALL}).text == "trouble"


def test_a_call_goes_on_behind_it(
    client: TestClient, rasa: FakeRasa, monkeypatch: pytest.MonkeyPatch
) -> None:
    with streaming(client) as stream:
        greeted(client, stream, told(client))
        with monkeypatch.context() as patched:
            patched.setattr(Conversations, "accept", away)
            stream.say("làm hộ chiếu")
            for _ in sentences(prompts.TROUBLE):
                assert stream.hear()
        assert rasa.messages == []
        stream.say("làm hộ chiếu")
        assert stream.hear()
    assert rasa.messages == ["làm hộ chiếu"]


def test_no_line_stays_open_because_its_end_cannot_be_written(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with streaming(client) as stream:
        greeted(client, stream, told(client))
        monkeypatch.setattr(Records, "close", away)
        stream.send("stop")
        assert stream.closed()[0] == 1000
