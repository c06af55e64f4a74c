"""What people ask about the case that was shown, and what they turn to then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answers.aspect import Aspect
from bot.cases.model import CaseFee, CaseState, Supplement
from bot.dialogue import moves, service
from bot.dialogue.service import case_status
from tests.cases.conftest import a_case
from tests.dialogue.cases.conftest import OTHER, Talk
from tests.dialogue.test_turns import MARRIAGE, Found


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("sao lâu thế?", "why_so_long"),
        ("răng lâu rứa", "why_so_long"),
        ("phai bo sung gi", "supplement"),
        ("bao giờ xong", "due"),
        ("khi nào lấy được", "due"),
        ("phải nộp bao nhiêu", "fee"),
        ("lấy ở đâu", "collect"),
        ("gọi ai bây giờ", "who"),
        ("thế tôi phải làm gì", "to_do"),
        ("thế nghĩa là sao", "state"),
        ("thông tin này cập nhật lúc nào", "source"),
        ("sao bị từ chối", "reason"),
        ("vì sao", "reason"),
        ("tôi chưa nhận được gì", "collect"),
        ("sao lại rút", "reason"),
        ("bao giờ tiếp nhận", "due"),
        ("tiền tôi đóng có được trả lại không", "not_told"),
        ("ai lấy hộ được không", "by_another"),
        ("trễ thế này có được bồi thường không", "rights"),
        ("toi nop roi ma", "done_already"),
        ("tui đi mô lấy", "collect"),
        ("tôi đi đâu lấy", "collect"),  # so the line hands on "tui đi mô lấy"
        ("ai ký nhận", "receiver"),
        ("có cần đóng thêm tiền không", "fee"),
        ("hạn chót là khi nào", "due"),
        ("nếu không bổ sung thì sao", "not_told"),
        ("ai đang giữ hồ sơ", "who"),
        ("chừng mô mới xong rứa", "due"),
        ("nộp lại được không", "to_do"),
        ("xyz qwe", "not_told"),
    ],
)
def test_questions_about_the_case_that_was_shown(shown: Talk, said: str, topic: str) -> None:
    assert shown.say(said, service.out_of_scope if topic == "not_told" else service.complaint) == [
        "detail"
    ]
    assert shown.last is not None
    assert shown.last.replies[0].payload["topic"] == topic


@pytest.mark.parametrize(
    ("state", "topic"),
    [(CaseState.SUPPLEMENT_ASKED, "supplement"), (CaseState.PAYMENT_ASKED, "fee")],
)
def test_where_to_hand_in_is_about_what_the_case_waits_for(
    shown: Talk, state: CaseState, topic: str
) -> None:
    case = a_case().model_copy(update={"state": state})
    shown.state = replace(shown.state, case=shown.state.case.showing(case))
    assert shown.say("nộp ở đâu") == ["detail"]
    assert shown.last is not None
    assert shown.last.replies[0].payload["topic"] == topic


@pytest.mark.parametrize("said", ["bao nhiêu", "bao nhieu vay", "thế là bao nhiêu ạ"])
def test_how_much_is_of_the_case_where_it_has_a_fee_due(shown: Talk, said: str) -> None:
    fee = {"aspects": (Aspect.FEE,)}
    assert shown.say(said, **fee) == ["procedure"]
    due = (CaseFee(name="Lệ phí hộ tịch", dong=25_000, paid=False),)
    shown.state = replace(shown.state, case=shown.state.case.showing(a_case(fees=due)))
    assert shown.say(said, **fee) == ["detail"]
    assert "25.000 đồng" in shown.text
    assert shown.say("bao nhiêu ngày", aspects=(Aspect.TIME,)) == ["procedure"]


def test_what_to_bring_is_what_the_case_waits_for(shown: Talk) -> None:
    missing = (Supplement(what="Bản sao giấy chứng sinh"),)
    case = a_case(state=CaseState.SUPPLEMENT_ASKED, supplements=missing)
    shown.state = replace(shown.state, case=shown.state.case.showing(case))
    assert shown.say("cần đem theo gì") == ["detail"]
    assert "Bản sao giấy chứng sinh" in shown.text
    assert shown.say("hạn chót là khi nào") == ["detail"]
    assert "Nguồn không ghi hạn chót để bổ sung." in shown.text


def test_who_collected_it_is_not_told(shown: Talk) -> None:
    case = a_case(state=CaseState.HANDED_OVER, returned=date(2026, 7, 10))
    shown.state = replace(shown.state, case=shown.state.case.showing(case))
    assert shown.say("ai ký nhận") == ["detail"]
    assert "Nguồn không ghi ai nhận kết quả.\n• Kết quả đã trả ngày 10/7/2026." in shown.text


def test_the_proof_once_more_shows_the_case_once_more(shown: Talk) -> None:
    assert shown.say("", proof="5678") == ["status"]
    assert shown.say("gọi lại cho tôi số", proof="5678", personal=True) != ["status"]


def test_an_insult_is_answered_calmly(shown: Talk) -> None:
    assert shown.say("đồ ngu", service.out_of_scope) == ["calm"]
    assert shown.say("bao giờ xong") == ["detail"]


def test_again_and_another_one(shown: Talk) -> None:
    assert shown.say("nói lại xem nào", moves.repeat) == ["status"]
    assert shown.say("tôi còn hồ sơ khác") == ["code"]
    assert shown.say(OTHER) == ["proof"]


@pytest.mark.parametrize("said", ["không phải hồ sơ của tôi", "day co phai ho so cua toi dau"])
def test_a_case_that_is_not_theirs_is_put_away(shown: Talk, said: str) -> None:
    assert shown.say(said, case_status) == ["code"]
    assert "Đang xử lý" not in shown.text
    assert shown.state.case.shown is None


def test_after_another_matter_the_case_is_only_meant_where_it_is_named(shown: Talk) -> None:
    shown.finds(Found("answer", [MARRIAGE]))
    question = {"aspects": (Aspect.TIME,), "topical": True}
    assert shown.say("đăng ký kết hôn bao lâu", **question) == ["procedure"]
    assert shown.say("bao giờ xong", aspects=(Aspect.TIME,)) == ["procedure"]
    assert shown.say("hồ sơ của tôi bao giờ xong") == ["detail"]
    assert shown.say("đăng ký kết hôn bao lâu", **question) == ["procedure"]
    assert shown.say("quay lại hồ sơ lúc nãy") == ["status"]


def test_a_new_matter_is_not_taken_for_a_question_about_the_case(shown: Talk) -> None:
    shown.finds(Found("answer", [MARRIAGE]))
    said = "nhà tôi muốn mở quán cà phê, bao lâu thì xong"
    assert shown.say(said, aspects=(Aspect.TIME,)) == ["procedure"]
    assert shown.last is not None
    assert shown.last.codes == (MARRIAGE,)
    assert shown.say("sốt ruột quá, hồ sơ của tôi sao lâu thế") == ["detail"]


def test_a_question_about_the_procedure_of_the_case(shown: Talk) -> None:
    assert shown.say("cần giấy tờ gì", aspects=(Aspect.PAPERS,)) == ["procedure"]
    assert shown.last is not None
    assert shown.last.codes == ("1.001193",)
    # It was no other matter: what is asked next may be about the case again.
    assert shown.say("bao giờ xong", aspects=(Aspect.TIME,)) == ["detail"]
