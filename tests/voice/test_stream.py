"""The media stream: a call through it, and everything that is no media stream."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from bot.care.callbacks import CallBacks
from bot.channels.tables import Turn
from bot.insight.tables import CallRecord, TurnLog
from bot.keyed import load_key
from bot.settings import Settings
from bot.staff.accounts import Accounts
from bot.staff.roles import Role
from bot.store import Store
from tests.voice.conftest import Hears
from tests.voice.line import Stream, greeted, parameters, streaming, webhook
from tests.web.fake_rasa import FakeRasa
from voice.carriers import twilio
from voice.parts import Parts


def begun(client: TestClient, stream: Stream, call: str = "CA1") -> None:
    parts: Parts = client.app.state.parts  # type: ignore[attr-defined]
    greeted(client, stream, {"token": parts.tokens.issue(call, ""), "number": ""}, call)


def asked(client: TestClient, hears: Hears, text: str, call: str = "CA1") -> None:
    hears.text = text
    with streaming(client) as stream:
        begun(client, stream, call)
        stream.say("làm hộ chiếu")
        answer = stream.hear()
        assert {message["event"] for message in answer} == {"media", "mark"}
        assert base64.b64decode(answer[0]["media"]["payload"])
        stream.send("stop")
        stream.closed()


def test_a_question_goes_to_rasa_and_its_answer_to_the_ear(
    client: TestClient, rasa: FakeRasa, hears: Hears, settings: Settings
) -> None:
    asked(client, hears, "lệ phí hộ chiếu")
    assert rasa.messages == ["lệ phí hộ chiếu"]
    with Store(settings.database).reading() as session:
        [turn] = session.scalars(select(TurnLog))
        [record] = session.scalars(select(CallRecord))
        assert (turn.channel, turn.outcome) == ("voice", "answered")
        assert (record.turns, record.intents, record.procedures) == (1, ["ask_fee"], ["1.001193"])
        assert (record.cause, record.outcome) == ("hung_up", "answered")
        assert record.seconds
        assert record.seconds > 1


def test_other_readings_go_along_without_personal_numbers_and_keys_have_none(
    client: TestClient, rasa: FakeRasa, hears: Hears
) -> None:
    hears.others = ("lệ phí hộ chịu", "gọi 0912345678", "lệ phí hộ chiếu")
    asked(client, hears, "lệ phí hộ chiếu")
    with streaming(client) as stream:
        begun(client, stream, "CA2")
        stream.send("dtmf", dtmf={"track": "inbound_track", "digit": "2"})
        stream.hear()
        stream.send("stop")
        stream.closed()
    assert rasa.handed == [{"heard": ["lệ phí hộ chịu", "gọi [phone]"]}, {}]


def test_a_wish_to_be_called_back_is_written_down_with_the_number_that_called(
    client: TestClient, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("voice.people.open_now", lambda *_: False)
    with streaming(client) as stream:
        greeted(client, stream, parameters(webhook(client, "/voice/incoming").text))
        for key in "01#":
            stream.send("dtmf", dtmf={"track": "inbound_track", "digit": key})
            stream.hear()
        stream.send("stop")
        stream.closed()
    callbacks = CallBacks(Store(settings.database), load_key("", settings.var_dir))
    assert [one.number for one in callbacks.waiting()] == ["0912345678"]
    assert b"912345678" not in (settings.var_dir / "motcua.db").read_bytes()


@pytest.mark.parametrize("staffed", [True, False])
def test_without_a_telephone_at_the_desk_staff_at_the_console_call_back(
    client: TestClient, settings: Settings, staffed: bool
) -> None:
    settings.voice_person = ""
    store = Store(settings.database)
    if staffed:
        Accounts(store).add(None, "lan", "Lan", Role.ADVISER, subject="lan")
    with streaming(client) as stream:
        greeted(client, stream, parameters(webhook(client, "/voice/incoming").text))
        for key in "01#":
            stream.send("dtmf", dtmf={"track": "inbound_track", "digit": key})
            stream.hear()
        stream.send("stop")
        stream.closed()
    waiting = CallBacks(store, load_key("", settings.var_dir)).waiting()
    assert [one.number for one in waiting] == (["0912345678"] if staffed else [])


def test_personal_numbers_that_are_said_are_not_kept(
    client: TestClient, rasa: FakeRasa, hears: Hears, settings: Settings
) -> None:
    asked(client, hears, "số của tôi là 0912345678")
    assert rasa.messages == ["số của tôi là [phone]"]
    with Store(settings.database).reading() as session:
        assert session.scalars(select(Turn.text)).all() == ["số của tôi là [phone]"]


def test_a_typed_proof_is_handed_over_and_not_kept(
    client: TestClient, rasa: FakeRasa, hears: Hears, settings: Settings
) -> None:
    payload = {"type": "case", "kind": "proof", "expects": "proof"}
    rasa.replies["hồ sơ"] = [
        {"text": "Cho số", "spoken": "Bấm số.", "payload": payload, "meta": {}}
    ]
    rasa.replies["[proof]"] = [{"text": "Đây", "spoken": "Đây.", "meta": {"proof": True}}]
    hears.text = "hồ sơ"
    with streaming(client) as stream:
        begun(client, stream)
        stream.say("làm hộ chiếu")
        stream.hear()
        for key in "9012#":
            stream.send("dtmf", dtmf={"track": "inbound_track", "digit": key})
        stream.hear()
        stream.hear()
        stream.send("stop")
        stream.closed()
    assert rasa.messages[-1] == "[proof]"
    assert rasa.handed[-1]["proof"] == "9012"
    with Store(settings.database).reading() as session:
        assert session.scalars(select(Turn.text)).all()[-1] == "[proof]"


def media(payload: str) -> dict[str, Any]:
    return {"event": "media", "sequenceNumber": "9", "media": {"payload": payload}}


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("garbage", "no message of a media stream"),
        ("[]", "no message of a media stream"),
        ('{"event": "whatever"}', "no message of a media stream"),
        (json.dumps(media("/w==") | {"sequenceNumber": "x"}), "no message of a media stream"),
        (json.dumps(media("not base64!")), "sound is not base64"),
        (json.dumps(media("/" * 40_000)), "no message of a media stream"),
        (json.dumps(media("/w==") | {"sequenceNumber": "1"}), "messages out of order"),
        ('{"event": "connected", "protocol": "Call"}', "a stream begins once"),
        (
            json.dumps({"event": "dtmf", "sequenceNumber": "9", "dtmf": {"digit": "Q"}}),
            "no message of a media stream",
        ),
    ],
)
def test_what_is_no_media_stream_is_closed_with_a_reason(
    client: TestClient, settings: Settings, message: str, reason: str
) -> None:
    told = parameters(webhook(client, "/voice/incoming").text)
    with streaming(client) as other:
        begun(client, other, "CA-other")
        with streaming(client) as stream:
            stream.start(told)
            stream.hear()
            stream.socket.send_text(message)
            assert stream.closed() == (1008, reason)
        other.say("làm hộ chiếu")
        assert other.hear()  # undisturbed
    with Store(settings.database).reading() as session:
        causes = session.scalars(select(CallRecord.cause).order_by(CallRecord.id)).all()
    assert "broken" in causes


def test_a_key_that_no_telephone_has_is_no_key(client: TestClient, rasa: FakeRasa) -> None:
    with streaming(client) as stream:
        begun(client, stream)
        for key in "AD2":
            stream.send("dtmf", dtmf={"track": "inbound_track", "digit": key})
        stream.hear()
        stream.send("stop")
        assert stream.closed() == (1000, "")
    assert rasa.messages == ["Hồ sơ của tôi đến đâu rồi"]


def test_of_calls_that_were_let_in_together_those_that_do_not_fit_are_closed(
    client: TestClient, settings: Settings
) -> None:
    settings.voice_calls = 1
    with streaming(client) as one, streaming(client) as other:
        begun(client, one, "CA-one")
        parts: Parts = client.app.state.parts  # type: ignore[attr-defined]
        other.start({"token": parts.tokens.issue("CA-other", ""), "number": ""}, "CA-other")
        assert other.closed() == (1008, "busy")
        one.say("làm hộ chiếu")
        assert one.hear()


def test_bytes_are_no_message(client: TestClient) -> None:
    with streaming(client) as stream:
        stream.socket.send_bytes(b"\0\1")
        assert stream.closed() == (1008, "messages are text")


def test_a_stream_begins_with_start(client: TestClient) -> None:
    with streaming(client) as stream:
        stream.send("stop")
        assert stream.closed() == (1008, "a stream begins with start")


@pytest.mark.parametrize("format_", [{"encoding": "audio/l16"}, {"sampleRate": 16000}])
def test_another_sound_than_the_telephones_is_refused(
    client: TestClient, format_: dict[str, Any]
) -> None:
    sound = {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1} | format_
    with streaming(client) as stream:
        stream.send("start", streamSid="MZ", start={"callSid": "CA1", "mediaFormat": sound})
        assert stream.closed()[0] == 1008


def test_a_stream_that_never_starts_is_closed(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(twilio, "NEXT_WITHIN_S", 0.2)
    with streaming(client) as stream:
        code, reason = stream.closed()
    assert code == 1008
    assert reason.startswith("nothing came")


def test_a_stream_that_falls_silent_is_closed(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    with streaming(client) as stream:
        monkeypatch.setattr(twilio, "NEXT_WITHIN_S", 0.5)
        begun(client, stream)
        assert stream.closed()[0] == 1008


def test_the_processes_state_is_told(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").status_code == 503  # no actions here
    assert client.get("/metrics").status_code == 404  # a stranger
