"""A complaint about an official that was written in the talk an adviser takes over."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import update
from starlette.testclient import TestClient

from bot.channels.for_leads import HIDDEN
from bot.insight.tables import TurnLog
from bot.learning.badly import went_badly
from bot.staff.service import Staff
from bot.store import Store, now
from bot.web.parts import Parts
from tests.web.fake_rasa import FakeRasa
from tests.web.handover.citizen import Citizen
from tests.web.staff.conftest import Browser

HERE = "/staff/conversations"
ANGRY, KIND, STORY = "cán bộ ở đây quá đáng", "phản ánh cán bộ", "ông Mẫu đòi tôi năm triệu"
HARMLESS = "lệ phí khai sinh"

pytestmark = pytest.mark.usefixtures("morning")


def reply(text: str, kind: str, for_leads: bool) -> list[dict[str, Any]]:
    meta = {"intent": "complaint", "decision": "notice", "for_leads": for_leads}
    return [{"text": text, "payload": {"type": "ticket", "kind": kind}, "meta": meta}]


@pytest.fixture
def citizen(client: TestClient, rasa: FakeRasa, lan: Browser) -> Citizen:
    rasa.replies |= {
        ANGRY: reply("Anh/chị muốn gửi gì?", "complaint", False),
        KIND: reply("Ở phường nào?", "place", True),
        STORY: reply(f"Tôi sẽ gửi: “{STORY}”", "confirm", True),
    }
    citizen = Citizen(client, rasa)
    for words in (HARMLESS, ANGRY, KIND, STORY):
        citizen.say(words)
    return citizen


@pytest.fixture
def number(citizen: Citizen, app: FastAPI) -> int:
    parts: Parts = app.state.parts
    return parts.advisers.queue()[0].id


def events(browser: Browser, number: int, app: FastAPI) -> str:
    """What the page hears until the server stops, which it is told to at once."""
    parts: Parts = app.state.parts
    heard = ""
    address = f"/staff/api/conversations/{number}/events?after=0"
    with browser.client.stream("GET", address) as stream:
        for line in stream.iter_lines():
            if line.startswith("data: "):
                heard += json.dumps(json.loads(line.removeprefix("data: ")), ensure_ascii=False)
            if "event: handover" in line:
                parts.stopping.set()
    return heard


def test_an_adviser_reads_the_rest_and_not_the_complaint(
    lan: Browser, number: int, app: FastAPI
) -> None:
    lan.post(f"{HERE}/{number}/take")
    for shown in (lan.get(f"{HERE}/{number}").text, events(lan, number, app)):
        assert HARMLESS in shown
        assert HIDDEN in shown
        for words in (ANGRY, KIND, STORY):
            assert words not in shown


def test_a_stream_that_is_open_tells_nothing_more_to_who_was_put_out(
    lan: Browser, number: int, app: FastAPI, staff: Staff
) -> None:
    lan.post(f"{HERE}/{number}/take")
    parts: Parts = app.state.parts
    turns = parts.conversations.turns

    def put_out_meanwhile(*given: Any) -> Any:
        staff.accounts.set_active(None, "lan", False)
        parts.stopping.set()
        return turns(*given)

    object.__setattr__(parts.conversations, "turns", put_out_meanwhile)
    assert events(lan, number, app) == ""


def test_a_lead_and_the_citizen_read_all(minh: Browser, citizen: Citizen, number: int) -> None:
    minh.post(f"{HERE}/{number}/take")
    page = minh.get(f"{HERE}/{number}").text
    for words in (HARMLESS, ANGRY, KIND, STORY):
        assert words in page
        assert words in citizen.heard


def test_no_suggestion_reads_it_out(
    lan: Browser, number: int, citizen: Citizen, rasa: FakeRasa
) -> None:
    lan.post(f"{HERE}/{number}/take")
    address = f"/staff/api/conversations/{number}/suggestion"
    asked = len(rasa.heard)
    assert lan.post(address).status_code == 403  # the last words are the complaint's
    assert len(rasa.heard) == asked
    citizen.say("còn đó không")
    rasa.replies["còn đó không"] = rasa.replies[STORY]  # the draft still waits in its memory
    refused = lan.post(address)
    assert refused.status_code == 403
    assert STORY not in refused.text


def test_what_is_written_to_the_adviser_is_read_by_the_adviser(
    lan: Browser, number: int, citizen: Citizen
) -> None:
    lan.post(f"{HERE}/{number}/take")
    citizen.say("chào chị Lan")
    page = lan.get(f"{HERE}/{number}").text
    assert "chào chị Lan" in page
    assert STORY not in page


@pytest.mark.parametrize("mode", ["error", "empty"])
def test_what_could_not_be_answered_stays_with_the_draft(
    lan: Browser, number: int, citizen: Citizen, rasa: FakeRasa, mode: str
) -> None:
    rasa.mode = mode
    citizen.say("và ông ấy còn dọa tôi")
    lan.post(f"{HERE}/{number}/take")
    assert "còn dọa tôi" not in lan.get(f"{HERE}/{number}").text


def test_an_accusation_that_nobody_answered_is_not_read_by_an_adviser(
    lan: Browser, client: TestClient, rasa: FakeRasa, app: FastAPI
) -> None:
    """It would have begun a complaint, had the assistant been there."""
    citizen = Citizen(client, rasa)
    rasa.mode = "outage"
    words = "cán bộ phường đòi tôi hai triệu mới làm"
    citizen.say(words)
    rasa.mode = "answer"
    citizen.say(HARMLESS)
    parts: Parts = app.state.parts
    number = parts.advisers.queue()[0].id
    lan.post(f"{HERE}/{number}/take")
    page = lan.get(f"{HERE}/{number}").text
    assert HARMLESS in page
    assert words not in page
    assert words in citizen.heard


def test_an_answer_that_was_dropped_leaves_its_words_hidden(
    lan: Browser, number: int, citizen: Citizen, rasa: FakeRasa, app: FastAPI
) -> None:
    """Somebody takes over while the assistant is still thinking about the complaint."""
    parts: Parts = app.state.parts
    words = "ông Mẫu lại gọi cho tôi"
    rasa.replies[words] = reply("Đã ghi.", "confirm", True)
    finish = parts.conversations.finish

    def late(*given: Any) -> Any:
        lan.post(f"{HERE}/{number}/take")
        return finish(*given)

    object.__setattr__(parts.conversations, "finish", late)
    citizen.say(words)
    page = lan.get(f"{HERE}/{number}").text
    assert words not in page
    assert words in citizen.heard


def test_editors_do_not_find_it_in_their_queue(
    number: int, citizen: Citizen, app: FastAPI, client: TestClient
) -> None:
    store: Store = app.state.store
    for turn in citizen.read()["turns"]:
        rating = {"session": citizen.session, "turn_id": turn["turn_id"], "useful": False}
        client.post("/api/feedback", json=rating)
    with store.writing() as session:  # even where the dialogue decided something else of it
        session.execute(update(TurnLog).values(decision="none"))
    said = {one.text for one in went_badly(store, now() - timedelta(days=1))}
    assert HARMLESS in said
    assert not said & {ANGRY, KIND, STORY}
