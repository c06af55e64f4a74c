"""The way of a talk about a case, and all that people say on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.answers.aspect import Aspect
from bot.cases.outcome import Outcome, OutcomeKind
from bot.dialogue import courtesies, moves
from bot.dialogue.cases.looking import LookUp, wanted
from bot.dialogue.cases.turns import first
from bot.dialogue.service import case_status, handover, out_of_scope
from bot.dialogue.state import State
from bot.dialogue.turn import Turn
from bot.settings import Settings
from tests.cases.conftest import CODE, PHONE, a_case
from tests.dialogue.cases.conftest import AXIS_DOWN, OTHER, Respond, Talk
from tests.dialogue.test_turns import MARRIAGE, Found


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


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("đúng rồi", "proof"),
        ("vâng ạ", "proof"),
        ("không phải mã đó", "code"),
        ("nhầm mã rồi", "code"),
        ("tôi không nhớ số nào", "forgotten_proof"),
        ("quên mất rồi em ơi", "forgotten_proof"),
        ("sao phải cho số đó", "why_proof"),
        ("có lừa đảo không đấy", "why_proof"),
        ("tôi chụp căn cước gửi nhé", "no_photo"),
        ("đọc lại mã xem nào", "proof"),
        ("thôi", "cancelled"),
        ("thôi không tra nữa", "cancelled"),
        ("để lúc khác đi", "cancelled"),
        ("để tôi hỏi chồng tôi đã", "no_hurry"),
        ("tôi còn hồ sơ khác", "code"),
        ("còn cái khác", "code"),
        (OTHER, "proof"),
    ],
)
def test_what_people_say_instead_of_the_proof(asked_for_proof: Talk, said: str, kind: str) -> None:
    assert asked_for_proof.say(said) == [kind]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("không có mã", "forgotten_code"),
        ("mã hồ sơ xem ở đâu", "forgotten_code"),
        ("mất giấy hẹn rồi", "forgotten_code"),
        ("tôi chụp giấy hẹn gửi nhé", "no_photo"),
        ("1.001193", "procedure_code"),
        ("mã là 1.001193", "procedure_code"),
        ("H26.12-259901-0001", "mistyped_code"),
        ("H26.12", "mistyped_code"),
        ("250701-0001", "mistyped_code"),
        ("15/7/2026", "mistyped_code"),
        ("ngày 15/7/2026 ạ", "mistyped_code"),
        ("thôi", "cancelled"),
        ("vâng", "code"),
        ("đợi tí tôi tìm giấy", "no_hurry"),
        ("để bà hỏi con bà đã", "no_hurry"),
        ("cho toi hoi thu tuc khac", "forgotten_code"),  # "cho" is no "chờ"
    ],
)
def test_what_people_say_instead_of_the_code(talk: Talk, said: str, kind: str) -> None:
    talk.say("tra hồ sơ", case_status)
    assert talk.say(said) == [kind]


def test_a_personal_number_instead_of_the_code(talk: Talk) -> None:
    assert talk.say("tra hồ sơ theo cccd      ", case_status, personal=True) == [
        "no_personal_number"
    ]
    assert talk.say("      ", proof="2345", personal=True) == ["no_personal_number"]
    assert talk.say("", proof=PHONE) == ["code_first"]
    assert talk.say(CODE) == ["proof"]


def test_a_photo_of_the_slip_is_turned_down_before_anything_was_asked(talk: Talk) -> None:
    assert talk.say("em chụp cái giấy hẹn gửi được không") == ["no_photo"]
    assert talk.say(CODE) == ["proof"]


def test_a_proof_beside_a_mistyped_code_is_not_tried_on_the_code_before(
    asked_for_proof: Talk,
) -> None:
    assert asked_for_proof.say("H26.12-250701-001      ", proof=PHONE) == ["mistyped_code"]


def test_digits_that_are_not_four(asked_for_proof: Talk) -> None:
    assert asked_for_proof.say("", proof="") == ["not_four"]
    assert asked_for_proof.say("", proof=PHONE) == ["status"]


def test_a_question_in_between_is_answered_and_the_case_waits(asked_for_proof: Talk) -> None:
    talk = asked_for_proof
    talk.finds(Found("answer", [MARRIAGE]))
    kinds = talk.say("lệ phí kết hôn bao nhiêu", aspects=(Aspect.FEE,), topical=True)
    assert kinds == ["procedure", "waiting"]
    # The second time nobody is reminded, and short words are about the other matter.
    assert talk.say("lệ phí kết hôn", aspects=(Aspect.FEE,), topical=True) == ["procedure"]
    assert talk.say("thôi", moves.deny) == ["nothing_more"]
    assert talk.say("", proof=PHONE) == ["status"]


def test_never_mind_and_a_question_at_once(asked_for_proof: Talk) -> None:
    asked_for_proof.finds(Found("answer", [MARRIAGE]))
    assert asked_for_proof.say("thôi, đăng ký kết hôn đi", topical=True) == ["procedure"]
    assert asked_for_proof.state.case.asks is None


@pytest.mark.parametrize(
    "said", ["đồ ngu", "đ.m mày", "mày ngu như bò", "me kiep may moc chan vai"]
)
def test_an_insult_in_place_of_code_or_proof_is_answered_calmly(talk: Talk, said: str) -> None:
    talk.say("tra hồ sơ", case_status)
    for waits_for in ("code", "proof"):
        assert talk.say(said, handover) == ["calm"]
        assert talk.state.case.asks == waits_for
        assert talk.last is not None
        assert talk.last.replies[0].payload["expects"] == waits_for
        talk.say(CODE)


@pytest.mark.parametrize(("said", "move"), [("5000 đồng à", moves.affirm), ("số 9", moves.choose)])
def test_what_leads_nowhere_else_leads_back_to_the_proof(
    asked_for_proof: Talk, said: str, move: Respond
) -> None:
    assert asked_for_proof.say(said, move) == ["not_clear"]


def test_a_courtesy_in_between_changes_nothing(asked_for_proof: Talk) -> None:
    assert asked_for_proof.say("cảm ơn em", courtesies.thanks) == ["thanks"]
    assert asked_for_proof.say("tôi không nhớ") == ["forgotten_proof"]


def test_what_nobody_understands_is_answered_with_help(asked_for_proof: Talk) -> None:
    assert asked_for_proof.say("xyz qwe") == ["not_clear"]
    assert "“không nhớ”" in asked_for_proof.text
    assert asked_for_proof.say("không nhớ") == ["forgotten_proof"]


@pytest.mark.parametrize("said", ["sao lâu thế", "bao giờ xong", "lay o dau", "phai bo sung gi"])
def test_a_question_that_only_the_case_answers_needs_code_and_proof(talk: Talk, said: str) -> None:
    talk.finds(Found("answer", [MARRIAGE]))
    talk.say("tra hồ sơ", case_status)
    assert talk.say(said) == ["code"]
    talk.say(CODE)
    assert talk.say(said) == ["proof"]
    question = {"aspects": (Aspect.FEE,), "topical": True}
    assert talk.say("lệ phí kết hôn bao nhiêu", **question) == ["procedure", "waiting"]


def test_who_complains_of_waiting_is_asked_which_case(talk: Talk) -> None:
    assert talk.say("sao lâu thế", out_of_scope) == ["code"]
    assert talk.say("hôm nay trời đẹp", out_of_scope) == ["forgotten_code"]


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
