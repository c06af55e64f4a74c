"""What is told and handed out of what is kept; on every database."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Engine, update
from starlette.testclient import TestClient

from bot.channels.tables import Conversation
from bot.settings import Settings
from bot.web.app import create_app
from tests.web.conftest import Say
from tests.web.person import Person, lockout, went_on


def test_an_export_has_everything_and_explains_every_field(
    person: Callable[[str], Person], client: TestClient, settings: Settings
) -> None:
    lan, _ = person("Lan"), person("Minh")
    lockout(settings).begin("H26.12-250701-0001", lan.sender, "web")
    went_on(settings, lan.sender)
    response = lan.ask(client, what="/export")
    assert response.headers["content-disposition"].startswith("attachment")
    body = response.json()
    kept = body["kept"]
    assert {table: len(rows) for table, rows in kept.items()} == {
        "conversation": 1, "turn": 2, "feedback": 1, "events": 2, "turn_log": 2, "case_lookup": 1,
        "call_record": 1, "call_back": 1, "handover": 1, "ticket": 1, "ticket_step": 1, "survey": 1,
        "learning_item": 1,
    }  # fmt: skip
    assert [turn["text"] for turn in kept["turn"]] == [lan.first, lan.second]
    assert kept["turn"][0]["messages"][0]["text"] == f"Đã nghe: {lan.first}"
    assert kept["feedback"][0]["comment"] == lan.word
    assert [event["data"]["text"] for event in kept["events"]] == [lan.first, lan.second]
    assert "Minh" not in response.text
    for table, found in kept.items():
        assert set(body["explained"][table]) == set(found[0]), table


def test_an_ended_session_can_still_be_taken_along_and_deleted(
    person: Callable[[str], Person], client: TestClient, database: Engine
) -> None:
    lan = person("Lan")
    with database.begin() as connection:
        connection.execute(update(Conversation).values(expires_at=Conversation.created_at))
    assert lan.ask(client).status_code == 404
    assert lan.ask(client, what="/export").json()["kept"]["turn"]
    assert lan.ask(client, "DELETE").json()["deleted"]["turn"] == 2


def test_the_first_answer_of_a_session_tells_what_is_kept(say: Say) -> None:
    first = say("một").json()
    told = first["privacy"]
    assert "7 ngày" in told["text"]
    assert "bảy ngày" in told["spoken"]
    assert not any(char.isdigit() or char == "/" for char in told["spoken"])
    assert "privacy" not in say("hai", session=first["session"]).json()
    assert "privacy" in say("ba", session="unknown").json()


def test_the_page_tells_the_periods_of_the_settings(settings: Settings) -> None:
    changed = settings.model_copy(
        update={
            "conversation_days": 3, "tracker_days": 2, "turn_log_days": 44,
            "case_lookup_days": 55, "log_days": 66, "privacy_contact": "phòng Một cửa, tầng 1",
        }
    )  # fmt: skip
    with TestClient(create_app(changed)) as client:
        page = client.get("/privacy", headers={"Accept": "text/html"}).text
        for said in ("3 ngày", "2 ngày", "44 ngày", "55 ngày", "66 ngày", "phòng Một cửa, tầng 1"):
            assert said in page
        start = client.get("/", headers={"Accept": "text/html"}).text
    assert "Tin nhắn được lưu 3 ngày" in start
    assert 'href="/privacy"' in start


def test_who_is_in_charge_of_the_data_is_not_made_up(client: TestClient) -> None:
    assert "chưa công bố người phụ trách" in client.get("/privacy").text
