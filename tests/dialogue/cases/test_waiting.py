"""What people say while their code or the proof is awaited."""

from __future__ import annotations

import pytest

from bot.answers.aspect import Aspect
from bot.dialogue import courtesies, moves
from bot.dialogue.service import case_status, handover, out_of_scope
from tests.cases.conftest import CODE, PHONE
from tests.dialogue.cases.conftest import OTHER, Respond, Talk
from tests.dialogue.test_turns import MARRIAGE, Found


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


@pytest.mark.parametrize("pressed", ["1", "12", " 901 "])
def test_who_presses_one_for_yes_is_still_asked_for_the_four(
    asked_for_proof: Talk, pressed: str
) -> None:
    assert asked_for_proof.say(pressed) == ["not_four"]
    assert asked_for_proof.say("đúng rồi") == ["proof"]


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
