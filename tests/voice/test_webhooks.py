"""Webhooks: who signs them, what they answer, and that a second one does no harm."""

from __future__ import annotations

import io
import re
import wave
from datetime import UTC, datetime

import pytest
import time_machine
from sqlalchemy import select
from starlette.testclient import TestClient

from bot.insight.tables import CallRecord
from bot.settings import Settings
from bot.store import Store
from tests.voice.conftest import PUBLIC
from tests.voice.line import CALL, NUMBER, greeted, parameters, streaming, webhook
from tests.web.conftest import called_from
from voice import prompts
from voice.audio import RATE
from voice.speaking.mouth import sentences


def records(settings: Settings) -> list[CallRecord]:
    with Store(settings.database).reading() as session:
        return list(session.scalars(select(CallRecord)))


def test_a_call_is_connected_with_our_stream(client: TestClient) -> None:
    answer = webhook(client, "/voice/incoming")
    assert answer.status_code == 200
    assert '<Stream url="wss://hotline.example/voice/stream">' in answer.text
    assert "https://hotline.example/voice/after</Redirect>" in answer.text


def test_the_number_of_the_caller_is_on_no_disk(client: TestClient, settings: Settings) -> None:
    answer = webhook(client, "/voice/incoming")
    with streaming(client) as stream:
        greeted(client, stream, parameters(answer.text))
        stream.send("stop")
        stream.closed()
    [record] = records(settings)
    assert record.caller
    assert len(record.caller) == 64
    assert NUMBER[-8:].encode() not in (settings.var_dir / "motcua.db").read_bytes()


@pytest.mark.parametrize("path", ["/voice/incoming", "/voice/after", "/voice/status"])
@pytest.mark.parametrize("signature", ["", "wrong", "c2lnbmVkIGJ5IHNvbWVib2R5"])
def test_who_does_not_sign_is_refused(client: TestClient, path: str, signature: str) -> None:
    assert webhook(client, path, signature=signature).status_code == 403


def test_a_signature_is_of_its_fields(client: TestClient) -> None:
    signed = webhook(client, "/voice/incoming").request.headers["X-Twilio-Signature"]
    assert webhook(client, "/voice/incoming", signature=signed).status_code == 200
    other = webhook(client, "/voice/incoming", signature=signed, CallSid="CA2")
    assert other.status_code == 403


def test_without_a_carrier_nobody_is_answered(client: TestClient, settings: Settings) -> None:
    settings.voice_auth_token = ""
    assert webhook(client, "/voice/incoming").status_code == 403


def test_a_replayed_call_opens_no_second_stream(client: TestClient, settings: Settings) -> None:
    told = parameters(webhook(client, "/voice/incoming").text)
    again = parameters(webhook(client, "/voice/incoming").text)
    with streaming(client) as first:
        first.start(told)
        first.hear()
        for repeated in (told, again):
            with streaming(client) as second:
                second.start(repeated)
                assert second.closed() == (1008, "this call had its stream")
        first.say("làm hộ chiếu")
        assert first.hear()  # undisturbed
    assert len(records(settings)) == 1


@pytest.mark.parametrize("told", [{}, {"token": "x"}, {"token": "99999999999.abc", "number": ""}])
def test_a_stream_without_its_token_is_closed(client: TestClient, told: dict[str, str]) -> None:
    with streaming(client) as stream:
        stream.start(told)
        assert stream.closed() == (1008, "no token of this call")


def test_a_token_is_of_one_call_and_one_caller(client: TestClient) -> None:
    told = parameters(webhook(client, "/voice/incoming").text)
    with streaming(client) as stream:
        stream.start(told, call="CA2")
        assert stream.closed()[0] == 1008
    with streaming(client) as stream:
        stream.start(told | {"number": "+84900000000"})
        assert stream.closed()[0] == 1008


def test_a_token_ends_soon(client: TestClient) -> None:
    with time_machine.travel(datetime(2026, 7, 1, 12, 0, tzinfo=UTC)):
        told = parameters(webhook(client, "/voice/incoming").text)
    with streaming(client) as stream:
        stream.start(told)
        assert stream.closed() == (1008, "no token of this call")


def test_after_the_stream_comes_the_end(client: TestClient) -> None:
    with streaming(client) as stream:
        greeted(client, stream, parameters(webhook(client, "/voice/incoming").text))
        stream.send("stop")
        stream.closed()
    assert webhook(client, "/voice/after").text.endswith("<Response><Hangup /></Response>")


def test_who_wanted_a_person_is_put_through(client: TestClient, settings: Settings) -> None:
    settings.voice_person_hours = "00:00-23:59"
    with (
        time_machine.travel(datetime(2026, 7, 1, 3, 0, tzinfo=UTC)),  # a Wednesday, ten o'clock
        streaming(client) as stream,
    ):
        greeted(client, stream, parameters(webhook(client, "/voice/incoming").text))
        stream.send("dtmf", dtmf={"digit": "0"})
        for _ in sentences(prompts.TO_PERSON):
            stream.hear()
        assert stream.closed()[0] == 1000
    dialled = webhook(client, "/voice/after").text
    assert f'<Dial action="{PUBLIC}/voice/after" method="POST" timeout="30">' in dialled
    talked = webhook(client, "/voice/after", DialCallStatus="completed").text
    assert talked.endswith("<Response><Hangup /></Response>")
    [record] = records(settings)
    assert (record.cause, record.outcome) == ("person", "person")


@pytest.mark.parametrize("status", ["busy", "no-answer", "failed"])
def test_who_is_not_put_through_is_told_so(client: TestClient, status: str) -> None:
    assert played(client, webhook(client, "/voice/after", DialCallStatus=status).text) > 3


def test_who_was_cut_off_by_us_is_told_so(client: TestClient) -> None:
    webhook(client, "/voice/incoming")  # and the process died: no record was closed
    assert played(client, webhook(client, "/voice/after").text) > 3


def played(client: TestClient, twiml: str) -> float:
    """Seconds of the sound that the carrier is told to play before it hangs up."""
    found = re.search(rf"<Play>{PUBLIC}(/voice/sounds/\w+\.wav)</Play><Hangup />", twiml)
    assert found
    answer = client.get(found[1])
    assert answer.headers["Content-Type"] == "audio/wav"
    with wave.open(io.BytesIO(answer.content)) as file:
        assert file.getframerate() == RATE
        return file.getnframes() / RATE


def test_no_other_sound_is_served(client: TestClient) -> None:
    assert client.get("/voice/sounds/greeting.wav").status_code == 422


def test_a_call_whose_process_died_gets_its_end_from_the_carrier(
    client: TestClient, settings: Settings
) -> None:
    store = Store(settings.database)
    voice = client.app.state.parts.records  # type: ignore[attr-defined]
    voice.open(CALL, "", "voice-1", "twilio")
    done = {"CallStatus": "completed", "CallDuration": "17"}
    assert webhook(client, "/voice/status", **done).status_code == 204
    assert webhook(client, "/voice/status", **done | {"CallDuration": "99"}).status_code == 204
    store.close()
    [record] = records(settings)
    assert (record.seconds, record.cause) == (17.0, "lost")


def test_a_line_too_many_is_busy(client: TestClient, settings: Settings) -> None:
    settings.voice_calls = 0
    assert '<Reject reason="busy"' in webhook(client, "/voice/incoming").text


def test_an_exchange_is_told_what_follows_and_nobody_else_is(
    client: TestClient, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("voice.people.open_now", lambda *_: True)
    with streaming(client) as stream:
        greeted(client, stream, parameters(webhook(client, "/voice/incoming").text))
        stream.send("dtmf", dtmf={"track": "inbound_track", "digit": "0"})
        stream.hear()
        stream.hear()
        stream.closed()
    exchange = called_from("127.0.0.1", client)
    assert exchange.get("/voice/next", params={"call": CALL}).text == "person"
    assert exchange.get("/voice/next", params={"call": "another"}).text == "trouble"
    assert exchange.get("/voice/next").status_code == 422
    assert client.get("/voice/next", params={"call": CALL}).status_code == 404


def test_after_a_call_that_came_to_its_end_an_exchange_does_nothing(client: TestClient) -> None:
    with streaming(client) as stream:
        greeted(client, stream, parameters(webhook(client, "/voice/incoming").text))
        stream.send("stop")
        stream.closed()
    exchange = called_from("127.0.0.1", client)
    assert exchange.get("/voice/next", params={"call": CALL}).text == "end"


def test_what_is_refused_is_told_as_a_problem_in_vietnamese(client: TestClient) -> None:
    for answer, status in (
        (webhook(client, "/voice/incoming", signature="forged"), 403),
        (webhook(client, "/voice/incoming", CallSid=""), 422),
        (client.get("/voice/incoming"), 405),
        (client.get("/nothing"), 404),
    ):
        assert answer.status_code == answer.json()["status"] == status
        assert answer.headers["content-type"] == "application/problem+json"
        assert "detail" in answer.json()
    assert "chữ ký" in webhook(client, "/voice/after", signature="x").json()["detail"]
