"""The end of what was kept long enough; on every database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import Engine
from starlette.testclient import TestClient

from bot.privacy.job import TURN_FILE
from bot.privacy.service import NotExpired, Privacy
from bot.settings import Settings
from bot.store import now
from bot.web.app import create_app
from tests.privacy.rasa_memory import remember, remembered
from tests.web.conftest import Say
from tests.web.person import Person, age, lockout, no_database, rows, wait_for, went_on


def test_its_empty_row_goes_after_a_day(
    person: Callable[[str], Person], client: TestClient, privacy: Privacy, database: Engine
) -> None:
    person("Lan").ask(client, "DELETE")
    with time_machine.travel(now() + timedelta(hours=23)):
        assert privacy.expire()["conversation"] == 0
    with time_machine.travel(now() + timedelta(hours=25)):
        assert privacy.expire()["conversation"] == 1


def test_what_is_past_its_period_is_deleted_and_the_rest_stays(
    person: Callable[[str], Person],
    privacy: Privacy,
    database: Engine,
    settings: Settings,
) -> None:
    lan, minh = person("Lan"), person("Minh")
    lockout(settings).begin("H26.12-250701-0001", lan.sender, "web")
    went_on(settings, lan.sender)
    age(database, "call_record", "at", "2020-01-01")
    age(database, "call_back", "at", "2020-01-01")
    age(database, "handover", "asked_at", "2020-01-01")
    age(database, "ticket", "changed", "2020-01-01")
    age(database, "survey", "at", "2020-01-01")
    age(database, "learning_item", "at", "2020-01-01")
    age(database, "turn_log", "at", "2020-01-01")
    age(database, "case_lookup", "at", "2020-01-01")
    age(database, "conversation", "delete_after", "2020-01-01", f"sender = '{lan.sender}'")
    remember(settings.rasa_database, minh.sender, "chuyện cũ của Minh", days_ago=2)
    due = {
        "conversation": 1, "turn": 2, "feedback": 1, "turn_log": 4, "case_lookup": 1, "log": 0,
        "events": 1, "call_record": 1, "call_back": 1, "handover": 1, "ticket": 1, "ticket_step": 1,
        "survey": 1, "inbox_link": 0,
        "learning_item": 1, "learning_theme": 0, "learning_change": 0, "notice": 0,
        "job": 0, "staff_audit": 0, "staff_session": 0, "staff_try": 0,
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
