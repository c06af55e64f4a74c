"""A wish to be called back: sealed while it waits, forgotten when it ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import create_engine, text
from typer.testing import CliRunner

from bot.care.callbacks import CallBacks
from bot.care.cli import app
from bot.care.kept import KeptCallBacks
from bot.care.sealed import Sealed, Unreadable
from bot.keyed import load_key
from bot.privacy.kinds import Names
from bot.settings import Settings
from bot.store import Store, now

NUMBER = "0912345678"
WORDS = "Đồng ý thì bấm phím một."
LAN = Names(1, "voice-lan", ())


@pytest.fixture
def callbacks(config: Settings, store: Store) -> CallBacks:
    return CallBacks(store, load_key(config.secret_key, config.var_dir))


def test_staff_see_the_number_and_the_disk_does_not(callbacks: CallBacks, config: Settings) -> None:
    callbacks.take("voice-lan", NUMBER, WORDS)
    [waiting] = callbacks.waiting()
    assert waiting.number == NUMBER
    for path in config.var_dir.iterdir():
        assert NUMBER.encode() not in path.read_bytes(), path.name


def test_the_words_that_were_agreed_to_and_the_time_are_kept(
    callbacks: CallBacks, store: Store
) -> None:
    callbacks.take("voice-lan", NUMBER, WORDS)
    [row] = KeptCallBacks(store, 7).export(LAN)["call_back"]
    assert row["wording"] == WORDS
    assert row["at"]
    assert NUMBER not in str(row)


@pytest.mark.parametrize(("command", "ended"), [("done", "called"), ("withdraw", "withdrawn")])
def test_a_wish_that_ends_forgets_its_number(
    callbacks: CallBacks, config: Settings, command: str, ended: str
) -> None:
    callbacks.take("voice-lan", NUMBER, WORDS)
    run = CliRunner().invoke
    assert NUMBER in run(app, ["list"]).output
    assert run(app, [command, "1"]).exit_code == 0
    assert run(app, ["list"]).output == ""
    assert run(app, [command, "1"]).exit_code == 1
    with create_engine(config.database).connect() as database:
        [row] = database.execute(text("SELECT number, ended FROM call_back"))
    assert tuple(row) == (None, ended)


def test_a_second_wish_of_a_call_replaces_the_first(callbacks: CallBacks) -> None:
    callbacks.take("voice-lan", NUMBER, WORDS)
    callbacks.take("voice-lan", "0987654321", WORDS)
    assert [one.number for one in callbacks.waiting()] == ["0987654321"]


def test_it_is_deleted_with_its_conversation_and_nothing_of_others_is(
    callbacks: CallBacks, store: Store
) -> None:
    callbacks.take("voice-lan", NUMBER, WORDS)
    callbacks.take("voice-minh", "0987654321", WORDS)
    assert KeptCallBacks(store, 7).delete(LAN) == {"call_back": 1}
    assert [one.number for one in callbacks.waiting()] == ["0987654321"]


def test_it_ends_by_itself(callbacks: CallBacks, store: Store) -> None:
    callbacks.take("voice-lan", NUMBER, WORDS)
    kept = KeptCallBacks(store, 7)
    assert kept.expire(dry=False) == {"call_back": 0}
    with time_machine.travel(now() + timedelta(days=8)):
        assert kept.expire(dry=True) == {"call_back": 1}
        assert kept.expire(dry=False) == {"call_back": 1}
    assert list(callbacks.waiting()) == []


def test_another_key_opens_nothing() -> None:
    sealed = Sealed(b"one", "call-back").seal(NUMBER)
    with pytest.raises(Unreadable, match="another key"):
        Sealed(b"two", "call-back").open(sealed)


def test_one_that_another_key_sealed_is_no_callers(callbacks: CallBacks, store: Store) -> None:
    CallBacks(store, b"an older key").take("voice-lan", NUMBER, WORDS)
    assert callbacks.of("voice-minh", NUMBER) == []
    assert callbacks.withdraw("voice-lan", NUMBER)
