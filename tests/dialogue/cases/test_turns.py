"""The way of a talk about a case, and all that people say on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.cases.outcome import Outcome, OutcomeKind
from bot.dialogue import moves
from bot.dialogue.cases.looking import LookUp, wanted
from bot.dialogue.cases.turns import first
from bot.dialogue.service import case_status
from bot.dialogue.state import State
from bot.dialogue.turn import Turn
from bot.settings import Settings
from tests.cases.conftest import CODE, PHONE, a_case
from tests.dialogue.cases.conftest import AXIS_DOWN, OTHER, Talk
from tests.dialogue.test_turns import MARRIAGE


def test_code_then_proof_then_the_case(talk: Talk) -> None:
    assert talk.say("tra hồ sơ", case_status) == ["code"]
    assert talk.say(CODE) == ["proof"]
    assert CODE in talk.text
    assert talk.say("", proof=PHONE) == ["status"]
    assert "Đang xử lý" in talk.text
    assert talk.state.procedure == "1.001193"


def test_the_letter_may_be_missing_where_the_hyphens_are_there(talk: Talk) -> None:
    assert talk.say("26.12-250701-0001 xong chưa") == ["proof"]


@pytest.mark.parametrize(
    "said",
    [
        "h26 chấm 12 gạch 250701 gạch 0001",
        "ếch hai sáu chấm mười hai gạch hai lăm không bảy không một gạch ba số không một",
        "H26122507010001",
        "h26.12/250701/0001",
        "mã là 26.12-250701-0001",
        "hát hai sáu chấm mười hai gạch hai lăm không bảy không một gạch ba số không một",
    ],
)
def test_every_form_of_the_code_is_read_back_as_printed(talk: Talk, said: str) -> None:
    talk.say("tra hồ sơ", case_status)
    assert talk.say(said) == ["proof"]
    assert f"Mã hồ sơ {CODE}." in talk.text


def test_code_and_proof_in_one_message_need_no_question(talk: Talk) -> None:
    assert talk.say(f"{CODE}, 4 số cuối", proof=PHONE) == ["status"]


def test_of_two_codes_it_is_said_which_one_is_looked_at(talk: Talk) -> None:
    assert talk.say(f"{CODE} với {OTHER} nữa") == ["one_by_one", "proof"]
    assert f"Trước hết là {CODE}; sau đó anh/chị gửi tiếp {OTHER}." in talk.text
    assert talk.say("", proof=PHONE) == ["status"]
    assert talk.say(OTHER) == ["proof"]
    assert talk.say(f"{CODE} và {OTHER},", proof=PHONE) == ["one_by_one", "status"]
    assert talk.say(f"{CODE}, nhắc lại {CODE}") == ["proof"]


@pytest.mark.parametrize(
    "said", ["còn cái kia?", "cái thứ hai", "còn cái thứ hai thì sao", "hồ sơ khác", "còn mã kia"]
)
def test_the_second_code_is_remembered(talk: Talk, said: str) -> None:
    talk.say(f"{OTHER} với {CODE} nữa")
    assert talk.say("", proof="0000") == ["refused"]  # nobody has the first
    assert talk.say(said) == ["proof"]
    assert f"Mã hồ sơ {CODE}." in talk.text
    assert talk.say("", proof=PHONE) == ["status"]
    assert talk.say("còn hồ sơ khác") == ["code"]  # no third was named


def test_the_second_code_may_come_with_its_proof(talk: Talk) -> None:
    talk.say(f"{OTHER} với {CODE} nữa")
    assert talk.say("cái thứ hai,", proof=PHONE) == ["status"]
    assert talk.say("cái thứ nhất") == ["proof"]
    assert OTHER in talk.text


def test_codes_are_forgotten_with_what_came_after_them(talk: Talk) -> None:
    for later in (AXIS_DOWN, "thôi, không tra nữa"):
        talk.say(f"{OTHER} với {CODE} nữa")
        assert talk.say(later) in (["proof"], ["cancelled"])
        assert talk.state.case.listed == ()


def test_an_open_choice_of_another_matter_is_meant_first(talk: Talk) -> None:
    talk.say(f"{CODE} với {OTHER} nữa", proof=PHONE)
    talk.state = replace(talk.state, choices=("1.001193", MARRIAGE))
    assert talk.say("cái thứ hai", moves.choose) == ["procedure"]


def test_a_code_is_about_a_case_whatever_the_move(talk: Talk) -> None:
    assert talk.say(CODE, moves.choose) == ["proof"]


def test_unknown_code_and_wrong_proof_get_the_same_words(talk: Talk) -> None:
    said = []
    for code, proof in ((CODE, "0000"), (OTHER, PHONE)):
        assert talk.say(code, proof=proof) == ["refused"]
        said.append(talk.text.replace(code, "…"))
    assert said[0] == said[1]
    assert talk.say("", proof=PHONE) == ["refused"]  # of the other code
    assert talk.say(CODE, proof=PHONE) == ["status"]


def test_a_source_that_is_down_is_told_and_the_proof_asked_for_again(talk: Talk) -> None:
    assert talk.say(AXIS_DOWN, proof=PHONE) == ["source_down"]
    assert "19001009" in talk.text
    assert talk.state.case.asks == "proof"


def test_a_lock_out_is_told_with_its_end(talk: Talk) -> None:
    until = datetime(2026, 7, 13, 8, 40, tzinfo=UTC)
    turn = Turn(CODE, State(), proof=PHONE, found=Outcome(OutcomeKind.LOCKED, until=until))
    outcome = first(case_status)(turn, talk.world)
    assert "15:40 ngày 13/7/2026" in outcome.replies[0].text
    assert outcome.replies[0].payload["expects"] is None
    # What is tried again nevertheless is still a proof, and must not be kept.
    assert outcome.state.case.asks == "proof"


def test_an_open_choice_is_closed_when_a_case_is_asked_for(talk: Talk) -> None:
    talk.state = State(choices=("1.000894", "1.004222"), guide=None)
    talk.say("tra hồ sơ", case_status)
    assert talk.state.choices == ()


def test_what_is_open_to_all_is_looked_up_by_the_code(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wanted(Turn(CODE, State())) is None
    monkeypatch.setattr("bot.dialogue.cases.looking.settings", lambda: Settings(case_open="state"))
    assert wanted(Turn(CODE, State())) == LookUp(CODE, None)
    assert talk.say(CODE) == ["glance"]
    assert talk.say("", proof=PHONE) == ["status"]
    assert talk.say(OTHER) == ["unknown"]


def test_the_desk_is_asked_for_the_last_code_only_while_a_proof_is_waited_for() -> None:
    state = State()
    waiting = replace(state, case=state.case.asking("proof", CODE))
    assert wanted(Turn("", waiting, proof=PHONE)) == LookUp(CODE, PHONE)
    assert wanted(Turn(OTHER, waiting, proof=PHONE)) == LookUp(OTHER, PHONE)
    done = replace(state, case=state.case.showing(a_case()))
    assert wanted(Turn("", done, proof=PHONE)) is None


def _buttons(talk: Talk) -> dict[str, str]:
    assert talk.last is not None
    buttons = talk.last.replies[-1].payload["quick_replies"]
    return {button["label"]: button["text"] for button in buttons}


def test_every_button_does_what_it_says(talk: Talk) -> None:
    talk.say("tra hồ sơ", case_status)
    assert [talk.say(text) for text in _buttons(talk).values()] == [
        ["forgotten_code"],
        ["cancelled"],
    ]
    talk.say(CODE)
    assert [talk.say(text) for text in _buttons(talk).values()] == [
        ["forgotten_proof"],
        ["code"],
        ["cancelled"],
    ]
    talk.say(CODE, proof=PHONE)
    assert [talk.say(text) for text in _buttons(talk).values()] == [["detail"], ["code"]]
