"""The contract of POST /api/chat, GET /api/chat/{session} and its events."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import Engine, text, update
from starlette.testclient import TestClient

from bot.channels.chat import Busy
from bot.channels.conversations import Conversations
from bot.channels.deadline import Deadline
from bot.channels.edge import Said
from bot.channels.tables import Conversation
from bot.settings import Settings
from bot.store import now
from bot.web.app import create_app
from bot.web.parts import Parts
from tests.web.conftest import Say
from tests.web.fake_rasa import FakeRasa, free_port, serving


def test_an_answer_has_text_and_payload_and_nothing_for_other_channels(say: Say) -> None:
    told = say("Lệ phí khai sinh?").json()
    assert told["messages"] == [
        {
            "text": "Đã nghe: Lệ phí khai sinh?",
            "payload": {"type": "notice", "kind": "help", "quick_replies": []},
        }
    ]
    assert set(told) == {"session", "turn_id", "messages", "session_renewed", "privacy"}
    assert told["session_renewed"] is False


def test_sessions_are_unguessable_and_stored_hashed(say: Say, database: Engine) -> None:
    sessions = {say("chào").json()["session"] for _ in range(3)}
    assert len(sessions) == 3
    assert all(len(session) >= 43 for session in sessions)
    with database.connect() as connection:
        dump = str(connection.execute(text("SELECT * FROM conversation")).all())
    assert not any(session in dump for session in sessions)


def test_a_session_is_one_conversation_for_rasa_under_another_name(
    say: Say, rasa: FakeRasa
) -> None:
    session = say("một").json()["session"]
    assert say("hai", session=session).json()["session"] == session
    senders = {sender for sender, _ in rasa.heard}
    assert len(senders) == 1
    assert session not in senders


def test_an_unknown_session_gets_a_new_one_and_is_told(say: Say, rasa: FakeRasa) -> None:
    told = say("chào", session="không-có-thật").json()
    assert told["session"] != "không-có-thật"
    assert told["session_renewed"] is True
    assert "Không mở lại được" in told["notice"]
    assert rasa.messages == ["chào"]


def test_an_expired_session_gets_a_new_one(say: Say, database: Engine) -> None:
    old = say("chào").json()["session"]
    with database.begin() as connection:
        connection.execute(update(Conversation).values(expires_at=now()))
    told = say("còn đó không", session=old).json()
    assert told["session_renewed"] is True
    assert told["session"] != old


def test_the_same_message_twice_is_answered_once(say: Say, rasa: FakeRasa) -> None:
    first = say("chào", client_message_id="m-1").json()
    again = say("chào", session=first["session"], client_message_id="m-1").json()
    assert again["turn_id"] == first["turn_id"]
    assert again["messages"] == first["messages"]
    assert rasa.messages == ["chào"]


def test_a_first_message_repeated_without_its_session_is_answered_once(
    say: Say, rasa: FakeRasa
) -> None:
    mine = str(uuid.uuid4())
    first, again = (say("chào", client_message_id=mine).json() for _ in range(2))
    assert first == again
    assert rasa.messages == ["chào"]


def test_a_guessable_message_id_never_leads_into_somebody_elses_session(say: Say) -> None:
    first, second = (say("chào", client_message_id="1").json() for _ in range(2))
    assert first["session"] != second["session"]


def test_other_sessions_may_use_the_same_message_id(say: Say, rasa: FakeRasa) -> None:
    a, b = say("a").json()["session"], say("b").json()["session"]
    say("từ a", session=a, client_message_id="m")
    say("từ b", session=b, client_message_id="m")
    assert rasa.messages == ["a", "b", "từ a", "từ b"]


def test_the_conversation_can_be_read_back(say: Say, client: TestClient) -> None:
    session = say("một").json()["session"]
    say("hai", session=session, client_message_id="m-2")
    past = client.get(f"/api/chat/{session}").json()
    assert [turn["text"] for turn in past["turns"]] == ["một", "hai"]
    assert [turn["state"] for turn in past["turns"]] == ["answered", "answered"]
    assert past["turns"][1]["client_message_id"] == "m-2"
    assert past["turns"][1]["messages"][0]["text"] == "Đã nghe: hai"


@pytest.mark.parametrize(
    "path", ["/api/chat/abc", "/api/chat/abc/events", f"/api/chat/{'x' * 999}"]
)
def test_reading_an_unknown_session_is_a_problem(client: TestClient, path: str) -> None:
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


def _burst(app: FastAPI, bodies: list[dict[str, str]], greet: bool = False) -> list[httpx.Response]:
    """All bodies at the same time; with `greet` in one session, opened before."""

    async def run() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://web") as client:
            common = {}
            if greet:
                first = await client.post("/api/chat", json={"text": "mở đầu"})
                common = {"session": first.json()["session"]}
            return await asyncio.gather(
                *(client.post("/api/chat", json=body | common) for body in bodies)
            )

    return asyncio.run(run())


def test_the_same_message_at_the_same_time_is_answered_once(app: FastAPI, rasa: FakeRasa) -> None:
    rasa.delay_s = 0.1
    body = {"text": "chào", "client_message_id": str(uuid.uuid4())}
    answers = _burst(app, [body] * 8)
    assert {response.text for response in answers} == {answers[0].text}
    assert answers[0].status_code == 200
    assert rasa.messages == ["chào"]


def test_turns_of_one_session_are_answered_one_after_another(app: FastAPI, rasa: FakeRasa) -> None:
    rasa.delay_s = 0.03
    answers = _burst(app, [{"text": f"câu {i}"} for i in range(10)], greet=True)
    assert [response.status_code for response in answers] == [200] * 10
    assert rasa.most_together == 1
    assert sorted(rasa.messages[1:]) == sorted(f"câu {i}" for i in range(10))


def test_messages_are_answered_in_the_order_of_their_arrival(
    app: FastAPI, rasa: FakeRasa, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts: Parts = app.state.parts
    seat = parts.sessions.find_or_open(None, None)
    accept = Conversations.accept

    def slowly(store: Conversations, conversation: int, said: str, *rest: Any) -> Any:
        time.sleep({"câu 1": 0.3, "câu 2": 0.1}.get(said, 0))
        return accept(store, conversation, said, *rest)

    monkeypatch.setattr(Conversations, "accept", slowly)

    async def run() -> None:
        async with asyncio.TaskGroup() as together:
            for i in range(6):
                said = Said(f"câu {i}", readable=True)
                together.create_task(parts.chat.take(seat, said, None, Deadline(20)))

    asyncio.run(run())
    assert rasa.messages == [f"câu {i}" for i in range(6)]


def test_one_that_gives_up_waiting_lets_nobody_past(app: FastAPI, rasa: FakeRasa) -> None:
    parts: Parts = app.state.parts
    seat = parts.sessions.find_or_open(None, None)
    rasa.delay_s = 0.5

    async def run() -> list[Any]:
        said = [Said(f"câu {i}", readable=True) for i in range(3)]
        limits = [20, 0.1, 20]
        turns = (
            parts.chat.take(seat, *turn)
            for turn in zip(said, [None] * 3, map(Deadline, limits), strict=True)
        )
        return await asyncio.gather(*turns, return_exceptions=True)

    first, second, third = asyncio.run(run())
    assert isinstance(second, Busy)
    assert [first.state, third.state] == ["answered", "answered"]
    assert rasa.messages == ["câu 0", "câu 2"]
    assert rasa.most_together == 1
    assert not parts.chat._last, "nothing is kept of those who left"


def test_different_sessions_do_not_wait_for_each_other(app: FastAPI, rasa: FakeRasa) -> None:
    rasa.delay_s = 0.1
    _burst(app, [{"text": f"người {i}"} for i in range(6)])
    assert rasa.most_together > 1


def test_two_processes_answer_a_message_once_and_keep_turns_apart(
    settings: Settings, rasa: FakeRasa
) -> None:
    ports = [free_port(), free_port()]
    mine = str(uuid.uuid4())
    with serving(create_app(settings), ports[0]), serving(create_app(settings), ports[1]):

        async def run() -> list[httpx.Response]:
            async with httpx.AsyncClient(timeout=20) as client:
                first = [_post(client, port, "chào", mine, None) for port in ports * 3]
                answers = await asyncio.gather(*first)
                session = answers[0].json()["session"]
                rest = [
                    _post(client, port, f"câu {i}", f"m-{i}", session)
                    for i, port in enumerate(ports * 3)
                ]
                return answers + await asyncio.gather(*rest)

        rasa.delay_s = 0.05
        answers = asyncio.run(run())
    assert [response.status_code for response in answers] == [200] * 12
    assert len({response.text for response in answers[:6]}) == 1
    assert rasa.messages.count("chào") == 1
    assert rasa.most_together == 1


def _post(
    client: httpx.AsyncClient, port: int, text: str, mid: str, session: str | None
) -> asyncio.Future[httpx.Response]:
    body = {"text": text, "client_message_id": mid, "session": session}
    return asyncio.ensure_future(client.post(f"http://127.0.0.1:{port}/api/chat", json=body))


def test_events_tell_another_tab_of_a_turn(settings: Settings) -> None:
    port = free_port()
    with (
        serving(create_app(settings), port),
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=10) as client,
    ):
        session = client.post("/api/chat", json={"text": "một"}).json()["session"]
        after = client.get(f"/api/chat/{session}").json()["revision"]
        with client.stream("GET", f"/api/chat/{session}/events?after={after}") as stream:
            assert stream.headers["content-type"].startswith("text/event-stream")
            httpx.post(
                f"http://127.0.0.1:{port}/api/chat", json={"text": "hai", "session": session}
            )
            lines = stream.iter_lines()
            data = next(line for line in lines if line.startswith("data:") and "answered" in line)
    turn = json.loads(data.removeprefix("data:"))
    assert turn["text"] == "hai"
    assert turn["messages"][0]["text"] == "Đã nghe: hai"


def test_a_thumb_in_place_of_words_leaves_the_question_open_and_shows_it_again(
    say: Say, rasa: FakeRasa
) -> None:
    send = [{"label": "Gửi", "text": "Đồng ý gửi"}]
    draft = {"type": "ticket", "kind": "confirm", "options": 2, "quick_replies": send}
    rasa.replies["chuyện là thế này"] = [{"text": "Anh/chị đồng ý gửi không?", "payload": draft}]
    session = say("chuyện là thế này").json()["session"]
    for _ in range(2):
        unclear, again = say("👍", session=session).json()["messages"]
        assert unclear["payload"]["kind"] == "unclear"
        assert again["text"] == "Anh/chị đồng ý gửi không?"
    assert rasa.messages == ["chuyện là thế này"], "a thumb sends nothing"


def test_after_an_answer_a_thumb_has_nothing_to_show_again(say: Say) -> None:
    session = say("Lệ phí khai sinh?").json()["session"]
    assert len(say("👍", session=session).json()["messages"]) == 1


def test_who_writes_english_is_told_what_is_spoken_here_and_the_way_to_a_person(say: Say) -> None:
    english, answer = say("how much is a passport").json()["messages"]
    assert english["payload"]["lang"] == "en"
    assert "speaks only Vietnamese" in english["text"]
    assert "19001009" in english["text"]
    assert answer["text"] == "Đã nghe: how much is a passport"
    [button] = answer["payload"]["quick_replies"]
    assert button["text"] == "Tôi muốn gặp cán bộ"
    assert len(say("lam passport bao nhieu tien").json()["messages"]) == 1
