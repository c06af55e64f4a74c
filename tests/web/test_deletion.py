"""The end of what is kept of a person who asks for it; on every database."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from starlette.testclient import TestClient

from bot.cases.lockout import LockedUntil
from bot.settings import Settings
from tests.privacy.rasa_memory import remember, remembered
from tests.web.conftest import Say
from tests.web.fake_rasa import FakeRasa
from tests.web.person import Person, lockout, no_database, rows, wait_for, went_on


def test_a_deletion_reaches_everything_of_this_person_and_nothing_of_others(
    person: Callable[[str], Person], client: TestClient, database: Engine, settings: Settings
) -> None:
    lan, minh = person("Lan"), person("Minh")
    went_on(settings, lan.sender)
    went_on(settings, minh.sender)
    assert lan.ask(client, "DELETE").json()["deleted"] == {
        "conversation": 1, "turn": 2, "feedback": 1, "events": 2, "turn_log": 2, "call_record": 1,
        "call_back": 1, "handover": 1, "learning_item": 1, "survey": 1,
    }  # fmt: skip
    assert rows(database) == {"conversation": 1, "turn": 2, "feedback": 1, "turn_log": 2}
    with database.connect() as connection:  # a complaint is worked on; whose it is, nothing says
        whose = connection.scalars(text("SELECT sender FROM ticket")).all()
    assert sorted(whose, key=str) == sorted([None, minh.sender], key=str)
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


def test_look_ups_stay_and_still_count_when_the_conversation_is_deleted(
    person: Callable[[str], Person], client: TestClient, settings: Settings
) -> None:
    lan = person("Lan")
    guessing = lockout(settings)
    for _ in range(2):
        guessing.begin("H26.12-250701-0001", lan.sender, "web")
    assert lan.ask(client, "DELETE").status_code == 200
    assert isinstance(guessing.begin("H26.12-250701-0001", "another", "web"), LockedUntil)


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


@pytest.mark.usefixtures("impatient")
def test_an_answer_that_takes_too_long_is_said_and_nothing_is_deleted(
    person: Callable[[str], Person],
    client: TestClient,
    say: Say,
    rasa: FakeRasa,
    database: Engine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.privacy.held.HOLD_WITHIN_S", 0.2)
    lan = person("Lan")
    rasa.delay_s = 30
    with ThreadPoolExecutor() as pool:
        pool.submit(say, "câu cuối", session=lan.session)
        wait_for(lambda: rasa.messages[-1] == "câu cuối")
        refused = lan.ask(client, "DELETE")
    assert refused.status_code == 503
    assert refused.json()["type"] == "urn:motcua:problem:not-deleted"
    assert rows(database)["turn"] == 3


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
