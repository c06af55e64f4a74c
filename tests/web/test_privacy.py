"""A person's own hand on what is kept, and its end; on every database."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from sqlalchemy import Engine, text, update
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from bot.cases.lockout import LockedUntil, Lockout
from bot.keyed import Keyed, load_key
from bot.privacy.job import TURN_FILE
from bot.privacy.service import NotExpired, Privacy
from bot.settings import Settings
from bot.store import Store, now
from bot.web.app import create_app
from bot.web.tables import Conversation
from tests.privacy.rasa_memory import remember, remembered
from tests.web.conftest import Say
from tests.web.fake_rasa import FakeRasa

TABLES = ("conversation", "turn", "feedback", "turn_log")
STANDING = {"conversation": " WHERE revision >= 0"}  # not the empty rows of deleted ones


class Person:
    """Somebody with two messages, a word of feedback, and Rasa's memory of both."""

    def __init__(self, say: Say, client: TestClient, rasa: FakeRasa, url: str, name: str) -> None:
        self.first, self.second = f"{name} hỏi khai sinh", f"{name} hỏi hộ chiếu"
        self.word = f"{name} chưa rõ"
        told = say(self.first).json()
        self.session = str(told["session"])
        say(self.second, session=self.session)
        rating = {"session": self.session, "turn_id": told["turn_id"], "useful": False}
        client.post("/api/feedback", json={**rating, "comment": self.word})
        self.sender = rasa.heard[-1][0]
        remember(url, self.sender, self.first, self.second)

    @property
    def words(self) -> list[str]:
        return [self.first, self.second, self.word]

    def ask(self, client: TestClient, method: str = "GET", what: str = "") -> Any:
        return client.request(method, f"/api/chat/{self.session}{what}")


@pytest.fixture
def person(
    say: Say, client: TestClient, rasa: FakeRasa, settings: Settings
) -> Callable[[str], Person]:
    return lambda name: Person(say, client, rasa, settings.rasa_database, name)


@pytest.fixture
def privacy(client: TestClient) -> Privacy:
    found: Privacy = client.app.state.parts.privacy  # type: ignore[attr-defined]
    return found


def rows(database: Engine) -> dict[str, int]:
    with database.connect() as connection:
        return {
            table: connection.scalar(text(f"SELECT count(*) FROM {table}{STANDING.get(table, '')}"))
            or 0
            for table in TABLES
        }


def lockout(settings: Settings) -> Lockout:
    keyed = Keyed(load_key(settings.secret_key, settings.var_dir))
    return Lockout(Store(settings.database), keyed, "2/hour", "")


def test_an_export_has_everything_and_explains_every_field(
    person: Callable[[str], Person], client: TestClient, settings: Settings
) -> None:
    lan, _ = person("Lan"), person("Minh")
    lockout(settings).begin("H26.12-250701-0001", lan.sender, "web")
    response = lan.ask(client, what="/export")
    assert response.headers["content-disposition"].startswith("attachment")
    body = response.json()
    kept = body["kept"]
    assert {table: len(rows) for table, rows in kept.items()} == {
        "conversation": 1, "turn": 2, "feedback": 1, "events": 2, "turn_log": 2, "case_lookup": 1,
    }  # fmt: skip
    assert [turn["text"] for turn in kept["turn"]] == [lan.first, lan.second]
    assert kept["turn"][0]["messages"][0]["text"] == f"Đã nghe: {lan.first}"
    assert kept["feedback"][0]["comment"] == lan.word
    assert [event["data"]["text"] for event in kept["events"]] == [lan.first, lan.second]
    assert "Minh" not in response.text
    for table, found in kept.items():
        assert set(body["explained"][table]) == set(found[0]), table


def test_a_deletion_reaches_everything_of_this_person_and_nothing_of_others(
    person: Callable[[str], Person], client: TestClient, database: Engine, settings: Settings
) -> None:
    lan, minh = person("Lan"), person("Minh")
    assert lan.ask(client, "DELETE").json()["deleted"] == {
        "conversation": 1, "turn": 2, "feedback": 1, "events": 2, "turn_log": 2,
    }  # fmt: skip
    assert rows(database) == {"conversation": 1, "turn": 2, "feedback": 1, "turn_log": 2}
    assert [sender for sender, _ in remembered(settings.rasa_database)] == [minh.sender] * 2
    for method, what in (("DELETE", ""), ("GET", ""), ("GET", "/export")):
        assert lan.ask(client, method, what).status_code == 404
    assert len(minh.ask(client).json()["turns"]) == 2


def test_on_sqlite_no_byte_of_it_is_left(
    person: Callable[[str], Person], client: TestClient, say: Say, settings: Settings
) -> None:
    if settings.database_url:
        pytest.skip("PostgreSQL cleans its files by itself (docs/privacy.md)")
    lan = person("Lan")
    for number in range(30):  # enough for pages to be split and joined
        say(f"Lan hỏi câu {number} " + "dài " * 100, session=lan.session)
        remember(settings.rasa_database, lan.sender, f"Lan hỏi câu {number} " + "dài " * 100)
        say(f"Minh hỏi câu {number}")
    sought = [*lan.words, "Lan hỏi", lan.sender]
    before = on_disk(settings.var_dir)
    assert all(any(form in before for form in forms(words)) for words in sought)
    assert lan.ask(client, "DELETE").status_code == 200
    after = on_disk(settings.var_dir)
    assert not [words for words in sought for form in forms(words) if form in after]
    assert "Minh hỏi".encode() in after


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def forms(words: str) -> list[bytes]:
    return [words.encode(), words.encode("unicode_escape")]


def test_nobody_gets_the_number_of_a_deleted_conversation(
    person: Callable[[str], Person], client: TestClient, database: Engine
) -> None:
    lan = person("Lan")
    conversations = client.app.state.parts.conversations  # type: ignore[attr-defined]
    with database.connect() as connection:
        number = connection.scalar(text("SELECT id FROM conversation"))
        before = connection.execute(text("SELECT * FROM conversation")).mappings().one()
    lan.ask(client, "DELETE")
    person("Minh")
    assert conversations.turns(number) == [], "who still listens to Lan would hear Minh"
    with database.connect() as connection:
        left = text("SELECT * FROM conversation WHERE id = :number")
        after = connection.execute(left, {"number": number}).mappings().one()
    same = {name for name in before if before[name] == after[name] and before[name] is not None}
    assert same == {"id", "channel"}


def test_its_empty_row_goes_after_a_day(
    person: Callable[[str], Person], client: TestClient, privacy: Privacy, database: Engine
) -> None:
    person("Lan").ask(client, "DELETE")
    with time_machine.travel(now() + timedelta(hours=23)):
        assert privacy.expire()["conversation"] == 0
    with time_machine.travel(now() + timedelta(hours=25)):
        assert privacy.expire()["conversation"] == 1


def test_look_ups_stay_and_still_count_when_the_conversation_is_deleted(
    person: Callable[[str], Person], client: TestClient, settings: Settings
) -> None:
    lan = person("Lan")
    guessing = lockout(settings)
    for _ in range(2):
        guessing.begin("H26.12-250701-0001", lan.sender, "web")
    assert lan.ask(client, "DELETE").status_code == 200
    assert isinstance(guessing.begin("H26.12-250701-0001", "another", "web"), LockedUntil)


def test_an_ended_session_can_still_be_taken_along_and_deleted(
    person: Callable[[str], Person], client: TestClient, database: Engine
) -> None:
    lan = person("Lan")
    with database.begin() as connection:
        connection.execute(update(Conversation).values(expires_at=Conversation.created_at))
    assert lan.ask(client).status_code == 404
    assert lan.ask(client, what="/export").json()["kept"]["turn"]
    assert lan.ask(client, "DELETE").json()["deleted"]["turn"] == 2


def test_a_deletion_waits_for_the_answer_that_is_on_its_way(
    person: Callable[[str], Person],
    client: TestClient,
    say: Say,
    rasa: FakeRasa,
    database: Engine,
) -> None:
    lan = person("Lan")
    rasa.delay_s = 0.8
    with ThreadPoolExecutor() as pool:
        answer = pool.submit(say, "câu cuối", session=lan.session)
        wait_for(lambda: rasa.messages[-1] == "câu cuối")
        assert lan.ask(client, "DELETE").json()["deleted"]["turn_log"] == 3
    assert answer.result().status_code == 200
    assert sum(rows(database).values()) == 0


def test_an_answer_that_takes_too_long_is_said_and_nothing_is_deleted(
    person: Callable[[str], Person],
    client: TestClient,
    say: Say,
    rasa: FakeRasa,
    database: Engine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.privacy.service.HOLD_WITHIN_S", 0.2)
    lan = person("Lan")
    rasa.delay_s = 1.5
    with ThreadPoolExecutor() as pool:
        pool.submit(say, "câu cuối", session=lan.session)
        wait_for(lambda: rasa.messages[-1] == "câu cuối")
        refused = lan.ask(client, "DELETE")
    assert refused.status_code == 503
    assert refused.json()["type"] == "urn:motcua:problem:not-deleted"
    assert rows(database)["turn"] == 3


def wait_for(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not true():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.01)


def test_a_deletion_that_broke_off_can_be_asked_for_again(
    person: Callable[[str], Person],
    client: TestClient,
    database: Engine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lan = person("Lan")
    with monkeypatch.context() as broken:
        broken.setattr("bot.web.kept.KeptConversations.delete", no_database)
        assert lan.ask(client, "DELETE").status_code == 503
    assert lan.ask(client, "DELETE").json()["deleted"]["conversation"] == 1
    assert sum(rows(database).values()) == 0


def no_database(*_: object, **__: object) -> None:
    raise OperationalError("DELETE", {}, Exception("down"))


def test_a_message_to_a_deleted_conversation_begins_a_new_one(
    person: Callable[[str], Person], client: TestClient, say: Say
) -> None:
    lan = person("Lan")
    lan.ask(client, "DELETE")
    told = say("lại hỏi", session=lan.session).json()
    assert told["session_renewed"] is True
    assert told["session"] != lan.session


def test_a_message_that_meets_the_deletion_is_to_be_sent_again(
    person: Callable[[str], Person], client: TestClient, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    lan = person("Lan")
    sessions = client.app.state.parts.sessions  # type: ignore[attr-defined]
    seat = sessions.find(lan.session)
    lan.ask(client, "DELETE")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(sessions, "find", lambda *_: seat)
        refused = say("lại hỏi", session=lan.session)
    assert refused.status_code == 503
    assert refused.headers["retry-after"]
    assert say("lại hỏi", session=lan.session).status_code == 200


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


def test_what_is_past_its_period_is_deleted_and_the_rest_stays(
    person: Callable[[str], Person],
    privacy: Privacy,
    database: Engine,
    settings: Settings,
) -> None:
    lan, minh = person("Lan"), person("Minh")
    lockout(settings).begin("H26.12-250701-0001", lan.sender, "web")
    age(database, "turn_log", "at", "2020-01-01")
    age(database, "case_lookup", "at", "2020-01-01")
    age(database, "conversation", "delete_after", "2020-01-01", f"sender = '{lan.sender}'")
    remember(settings.rasa_database, minh.sender, "chuyện cũ của Minh", days_ago=2)
    due = {
        "conversation": 1, "turn": 2, "feedback": 1, "turn_log": 4, "case_lookup": 1, "log": 0,
        "events": 1,
    }  # fmt: skip
    assert privacy.expire(dry=True) == due
    assert rows(database)["turn"] == 4
    assert privacy.expire() == due
    assert rows(database) == {"conversation": 1, "turn": 2, "feedback": 1, "turn_log": 0}
    # Rasa's memory of a conversation that is gone ends with the next expiry.
    assert privacy.expire(dry=True)["events"] == 2
    assert privacy.expire()["events"] == 2
    assert {sender for sender, _ in remembered(settings.rasa_database)} == {minh.sender}
    assert sum(privacy.expire().values()) == 0


def age(database: Engine, table: str, column: str, to: str, where: str = "1 = 1") -> None:
    with database.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET {column} = '{to} 00:00:00' WHERE {where}"))


def test_a_period_that_was_shortened_holds_for_what_is_there_already(
    say: Say, database: Engine, settings: Settings
) -> None:
    say("chuyện hôm qua")
    age(database, "conversation", "expires_at", "2026-01-01")
    shorter = create_app(settings.model_copy(update={"conversation_days": 1}))
    assert shorter.state.parts.privacy.expire()["turn"] == 1


def test_a_look_up_that_the_lock_out_still_counts_is_not_deleted(
    settings: Settings, client: TestClient, database: Engine
) -> None:
    lockout(settings).begin("H26.12-250701-0001", "lan", "web")
    config = settings.model_copy(update={"case_lookup_days": 0, "case_lock_code": "5/hour;10/day"})
    assert create_app(config).state.parts.privacy.expire()["case_lookup"] == 0


def test_what_cannot_be_reached_does_not_keep_the_rest_from_being_deleted(
    person: Callable[[str], Person],
    privacy: Privacy,
    database: Engine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person("Lan")
    age(database, "conversation", "delete_after", "2020-01-01")
    monkeypatch.setattr("bot.privacy.trackers.Trackers.expire", no_database)
    with pytest.raises(NotExpired, match="OperationalError"):
        privacy.expire()
    assert rows(database)["turn"] == 0


def test_the_running_web_does_it_by_itself(
    say: Say, client: TestClient, database: Engine, settings: Settings
) -> None:
    say("chuyện cũ")
    age(database, "conversation", "delete_after", "2020-01-01")
    (settings.var_dir / TURN_FILE).unlink()
    with TestClient(create_app(settings)):
        wait_for(lambda: rows(database)["turn"] == 0)
