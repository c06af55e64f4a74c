"""Digits that prove something pass the web once, and are kept nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, select
from starlette.testclient import TestClient

from bot.settings import Settings
from bot.store import Base
from tests.privacy.traces import written
from tests.web.conftest import Say
from tests.web.fake_rasa import FakeRasa, echo

DIGITS = "5678"


def answered(rasa: FakeRasa, *, proof: bool) -> None:
    """From now on Rasa's answers say whether a proof was in the message."""
    custom = echo("[proof]")
    rasa.replies["[proof]"] = [{**custom, "meta": {**custom["meta"], "proof": proof}}]


def kept(client: TestClient, told: dict[str, Any]) -> str:
    turns = client.get(f"/api/chat/{told['session']}").json()["turns"]
    return str(turns[-1]["text"])


def test_a_proof_is_handed_over_and_shown_as_one(
    say: Say, client: TestClient, rasa: FakeRasa, settings: Settings, database: Engine
) -> None:
    answered(rasa, proof=True)
    told = say(DIGITS).json()
    assert rasa.messages == ["[proof]"]
    assert rasa.handed == [{"proof": DIGITS}]
    assert kept(client, told) == "[proof]"
    assert cells_with_digits(settings, database) == []


def test_digits_that_were_no_proof_are_put_back(
    say: Say, client: TestClient, rasa: FakeRasa
) -> None:
    answered(rasa, proof=False)
    assert kept(client, say("2024").json()) == "2024"


@pytest.mark.parametrize("mode", ["error", "empty", "garbage"])
def test_without_an_answer_they_stay_away(
    say: Say, client: TestClient, rasa: FakeRasa, settings: Settings, database: Engine, mode: str
) -> None:
    rasa.mode = mode
    assert kept(client, say(DIGITS).json()) == "[proof]"
    assert cells_with_digits(settings, database) == []


def test_asking_again_puts_back_what_was_no_proof(
    say: Say, client: TestClient, rasa: FakeRasa
) -> None:
    answered(rasa, proof=False)
    rasa.mode = "error"
    told = say("2024", client_message_id="once").json()
    rasa.mode = "answer"
    again = say("2024", session=told["session"], client_message_id="once").json()
    assert kept(client, again) == "2024"


def test_a_whole_number_is_handed_over_by_its_last_four(say: Say, rasa: FakeRasa) -> None:
    say("sđt của tôi 0912 345 678")
    assert rasa.messages == ["sđt của tôi [phone]"]
    assert rasa.handed == [{"proof": DIGITS}]


def test_other_messages_hand_nothing_over(say: Say, rasa: FakeRasa) -> None:
    say("lệ phí năm 2024 bao nhiêu")
    assert rasa.messages == ["lệ phí năm 2024 bao nhiêu"]
    assert rasa.handed == [{}]


def cells_with_digits(settings: Settings, database: Engine) -> list[str]:
    """Where the digits stand alone, not inside a hash or a time: files, and cells of all tables."""
    alone = re.compile(rf"(?<![\w.]){DIGITS}(?!\w)")
    kept = [*written([settings.var_dir], since=0), *cells(database)]
    assert any("[proof]" in text for _, text in kept), "nothing was stored: this proves nothing"
    return [place for place, text in kept if alone.search(text)]


def cells(database: Engine) -> Iterator[tuple[str, str]]:
    with database.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                yield from ((table.name, str(cell)) for cell in row)
