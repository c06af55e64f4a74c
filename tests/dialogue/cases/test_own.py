"""Who is signed in sees their own cases without code or proof, and nobody else's."""

from __future__ import annotations

import pytest

from bot.cases.outcome import Listed
from bot.dialogue.service import case_status
from tests.cases.conftest import CODE, a_case
from tests.dialogue.cases.conftest import Talk

OTHERS = "H26.12-250701-0002"
MINE = Listed((a_case(),), more=False)
SECOND = "H26-260615-0002"
TWO = Listed((a_case(), a_case(SECOND)), more=False)


def test_own_cases_are_listed_at_once(talk: Talk) -> None:
    assert talk.say("hồ sơ của tôi đến đâu rồi", case_status, signed_in=True, own=MINE) == ["mine"]
    assert CODE in talk.text


def test_an_own_case_is_shown_by_its_code_alone(talk: Talk) -> None:
    assert talk.say(CODE, signed_in=True, own=MINE) == ["status"]
    assert talk.say("bao giờ xong") == ["detail"]


@pytest.mark.parametrize("which", ["2", "hồ sơ thứ hai", "cái cuối cùng"])
def test_an_own_case_is_chosen_by_its_place_on_the_list(talk: Talk, which: str) -> None:
    talk.say("hồ sơ của tôi", case_status, signed_in=True, own=TWO)
    assert talk.say(which, signed_in=True, own=TWO) == ["status"]
    assert SECOND in talk.text


def test_a_number_is_no_case_where_no_list_was_shown(talk: Talk) -> None:
    assert talk.say("2", signed_in=True, own=TWO) != ["status"]


def test_the_others_are_listed_again(talk: Talk) -> None:
    talk.say(CODE, signed_in=True, own=TWO)
    assert talk.say("còn hồ sơ khác không", signed_in=True, own=TWO) == ["mine"]
    assert talk.say("số 2", signed_in=True, own=TWO) == ["status"]


def test_an_own_case_among_several_codes_needs_no_proof(talk: Talk) -> None:
    said = talk.say(f"{CODE} và {SECOND}", signed_in=True, own=TWO)
    assert said == ["one_by_one", "status"]
    assert talk.say("còn cái kia", signed_in=True, own=TWO) == ["status"]
    assert SECOND in talk.text


def test_another_persons_case_needs_its_proof_all_the_same(talk: Talk) -> None:
    assert talk.say(OTHERS, signed_in=True, own=MINE) == ["proof"]


def test_a_registry_that_is_down_is_said_and_a_code_still_helps(talk: Talk) -> None:
    assert talk.say("hồ sơ của tôi", case_status, signed_in=True, own=None) == ["down"]
    assert talk.say(CODE) == ["proof"]


def test_somebody_elses_matter_is_asked_for_by_code(talk: Talk) -> None:
    said = talk.say("hồ sơ của mẹ tôi đến đâu rồi", case_status, signed_in=True, own=MINE)
    assert said == ["code"]
