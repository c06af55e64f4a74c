"""Rasa that fails: a true sentence, the hotline, and a message that isn't lost."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Engine, text
from starlette.testclient import TestClient

from bot.channels.conversations import Conversations
from bot.settings import Settings
from bot.web.app import create_app
from tests.web.conftest import Say
from tests.web.fake_rasa import FakeRasa, free_port


@pytest.mark.parametrize("mode", ["error", "garbage", "empty", "outage"])
def test_a_failed_turn_says_so_and_is_answered_when_repeated(
    say: Say, rasa: FakeRasa, client: TestClient, mode: str
) -> None:
    rasa.mode = mode
    failed = say("làm hộ chiếu", client_message_id="m-1")
    assert failed.status_code == 503
    assert failed.headers["content-type"] == "application/problem+json"
    assert failed.headers["retry-after"] == "3"
    problem = failed.json()
    assert "19001009" in problem["messages"][0]["text"]
    assert problem["messages"][0]["payload"]["kind"] == "outage"
    past = client.get(f"/api/chat/{problem['session']}").json()
    assert [(turn["text"], turn["state"]) for turn in past["turns"]] == [("làm hộ chiếu", "failed")]

    rasa.mode = "answer"
    told = say("làm hộ chiếu", session=problem["session"], client_message_id="m-1").json()
    assert told["turn_id"] == problem["turn_id"]
    assert told["messages"][0]["text"] == "Đã nghe: làm hộ chiếu"
    past = client.get(f"/api/chat/{problem['session']}").json()
    assert [turn["state"] for turn in past["turns"]] == ["answered"]


@pytest.mark.usefixtures("impatient")
def test_a_slow_rasa_is_given_up_in_time(say: Say, rasa: FakeRasa, database: Engine) -> None:
    rasa.delay_s = 30
    started = time.monotonic()
    assert say("chào").status_code == 503
    assert time.monotonic() - started < 12  # its limit is 2.5 seconds
    with database.connect() as connection:
        assert connection.scalar(text("SELECT outcome FROM turn_log")) == "timeout"
    assert len(rasa.heard) == 1, "what may have been understood isn't sent again by itself"


def test_rasa_that_is_not_there(tmp_path: Path) -> None:
    settings = Settings(var_dir=tmp_path, rasa_port=free_port(), rasa_timeout_s=1.0)
    with TestClient(create_app(settings)) as client:
        response = client.post("/api/chat", json={"text": "chào"})
    assert response.status_code == 503
    assert "19001009" in response.json()["messages"][0]["text"]


def test_a_turn_whose_process_died_is_answered_when_repeated(
    say: Say, rasa: FakeRasa, database: Engine
) -> None:
    told = say("chào", client_message_id="m-1").json()
    with database.begin() as connection:
        connection.execute(text("UPDATE turn SET state = 'waiting', messages = '[]'"))
        connection.execute(
            text("UPDATE conversation SET busy_turn = 'dead', busy_until = '2020-01-01 00:00:00'")
        )
    again = say("chào", session=told["session"], client_message_id="m-1")
    assert again.status_code == 200
    assert again.json()["messages"] == told["messages"]


def test_a_busy_conversation_says_so_and_keeps_the_message(
    say: Say, database: Engine, client: TestClient, app: object
) -> None:
    session = say("chào").json()["session"]
    client.app.state.parts.chat._answer_s = 20 - 0.2  # type: ignore[attr-defined]
    with database.begin() as connection:
        connection.execute(
            text("UPDATE conversation SET busy_turn = 'x', busy_until = '2999-01-01 00:00:00'")
        )
    busy = say("câu sau", session=session, client_message_id="m-2")
    assert busy.status_code == 503
    assert busy.headers["retry-after"] == "3"
    past = client.get(f"/api/chat/{session}").json()
    assert past["turns"][-1] | {"at": ""} == {
        "turn_id": past["turns"][-1]["turn_id"],
        "client_message_id": "m-2",
        "at": "",
        "text": "câu sau",
        "state": "waiting",
        "messages": [],
    }


def test_messages_that_wait_for_each_other_share_one_limit(
    settings: Settings, rasa: FakeRasa
) -> None:
    limited = settings.model_copy(update={"turn_timeout_s": 4.0, "rasa_timeout_s": 2.0})
    with TestClient(create_app(limited)) as client, ThreadPoolExecutor() as pool:
        session = client.post("/api/chat", json={"text": "chào"}).json()["session"]
        rasa.delay_s = 30
        began = time.monotonic()
        texts = [f"câu {i}" for i in range(4)]
        answers = pool.map(
            lambda said: client.post("/api/chat", json={"text": said, "session": session}), texts
        )
        assert {answer.status_code for answer in answers} == {503}
        assert time.monotonic() - began < 7  # one after another they would take 8
        past = client.get(f"/api/chat/{session}").json()["turns"]
    assert sorted(turn["text"] for turn in past) == ["chào", *texts], "none is lost"


@pytest.mark.parametrize("slow", ["find", "create", "accept", "finish"])
def test_a_database_that_hangs_is_not_waited_for(
    settings: Settings, rasa: FakeRasa, monkeypatch: pytest.MonkeyPatch, slow: str
) -> None:
    limited = settings.model_copy(update={"turn_timeout_s": 1.5, "rasa_timeout_s": 0.4})
    quick = getattr(Conversations, slow)

    goes_on = Event()

    def hangs(*given: object) -> object:
        goes_on.wait(30)
        return quick(*given)

    with TestClient(create_app(limited)) as client:
        first = client.post("/api/chat", json={"text": "chào"}).json()
        with monkeypatch.context() as patch:
            patch.setattr(Conversations, slow, hangs)
            session = None if slow == "create" else first["session"]
            body = {"text": "câu sau", "client_message_id": "m-2", "session": session}
            late = client.post("/api/chat", json=body)
            goes_on.set()  # only now: the answer did not wait for it
        assert late.status_code == 503
        if slow == "create":
            return
        end = time.monotonic() + 30  # what was begun is finished behind our back, its lease ends
        again = client.post("/api/chat", json=body)
        while again.status_code == 503 and time.monotonic() < end:
            time.sleep(0.2)
            again = client.post("/api/chat", json=body)
        assert again.json()["messages"][0]["text"] == "Đã nghe: câu sau"
        turns = client.get(f"/api/chat/{first['session']}").json()["turns"]
    assert [turn["text"] for turn in turns] == ["chào", "câu sau"]
    assert rasa.messages == ["chào", "câu sau"]
