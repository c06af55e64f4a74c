"""A case that may be shown, whole and by single questions."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.words import dong
from bot.cases.demo import made_up
from bot.cases.model import Case, CaseFee, CaseState, Supplement
from bot.cases.replies.details import Topic, detail
from bot.cases.replies.glance import glance
from bot.cases.replies.told import told
from bot.cases.states import load_states
from bot.catalogue.store import load_catalogue
from tests.cases.conftest import a_case
from tests.cases.replies.conftest import TODAY, assert_can_be_said

BARE = Case(code="H26.12-250701-0001", source="Sổ hồ sơ thử")


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """300 made-up cases in all states, and one of which a source says nothing."""
    procedures = list(load_catalogue().procedures.values())
    return [BARE, *(entry.case for entry in made_up(procedures, 300, 1, TODAY))]


def test_every_case_can_be_read_and_said(cases: list[Case]) -> None:
    catalogue = load_catalogue()
    for case in cases:
        reply = told(case, TODAY, catalogue.get(case.procedure or ""))
        assert len(reply.text) < 900
        assert case.code in reply.text
        assert_can_be_said(reply)


def test_every_question_about_every_case_is_answered(cases: list[Case]) -> None:
    for case in cases:
        for topic in Topic:
            reply = detail(topic, case, TODAY)
            assert case.code in reply.text
            assert reply.payload["topic"] == topic
            assert_can_be_said(reply)


def test_every_fact_of_the_answer_is_one_of_the_case(cases: list[Case]) -> None:
    for case in cases[1:]:
        text = told(case, TODAY).text
        words = load_states()[case.state or CaseState.PROCESSING]
        assert f"{words.name}. {words.means}" in text
        assert case.source in text
        for supplement in case.supplements:
            asked = case.state is CaseState.SUPPLEMENT_ASKED
            assert ((supplement.what or "?") in text) == asked
        for fee in case.fees:
            assert (dong(fee.dong or 0) in text) == (not fee.paid)


def test_what_a_source_does_not_say_is_said_to_be_unknown() -> None:
    reply = told(BARE, TODAY)
    for unknown in ("tên thủ tục", "tình trạng của hồ sơ", "ngày hẹn trả", "thời điểm cập nhật"):
        assert f"nguồn không ghi {unknown}" in reply.text.lower()
    assert reply.payload["state"]["name"] is None
    asked = a_case(state=CaseState.SUPPLEMENT_ASKED)
    assert "không ghi phải bổ sung gì" in told(asked, TODAY).text
    paying = a_case(state=CaseState.PAYMENT_ASKED)
    assert "không ghi phải đóng khoản nào" in told(paying, TODAY).text
    done = a_case(state=CaseState.DONE, finished=TODAY)
    assert "không ghi nơi trả kết quả" in told(done, TODAY).text
    assert "không ghi nơi đang giữ" in detail(Topic.WHO, BARE, TODAY).text


def test_an_overdue_case_names_the_hotline_and_not_just_waiting() -> None:
    reply = told(a_case(due=date(2026, 7, 30)), TODAY)
    assert "gọi 19001009 và đọc mã hồ sơ" in reply.text
    assert "một chín không không một không không chín" in reply.spoken
    assert "chỉ cần chờ" not in reply.text
    assert reply.payload["due"]["tone"] == "late"
    assert [button["label"] for button in reply.payload["quick_replies"]] == [
        "Sao lâu thế?",
        "Hồ sơ khác",
    ]


def test_a_case_that_came_too_late_calls_nobody() -> None:
    late = a_case(state=CaseState.DONE, due=date(2026, 7, 30), finished=TODAY)
    assert "đã xong muộn" in told(late, TODAY).text
    assert "19001009" not in told(late, TODAY).text


def test_a_made_up_case_says_so() -> None:
    reply = told(a_case(demo=True), TODAY)
    assert reply.text.startswith("Đây là hồ sơ mẫu")
    assert reply.spoken.startswith("Đây là hồ sơ mẫu")
    assert reply.payload["demo"] is True


def test_lists_for_the_ear_have_three_at_most() -> None:
    asked = tuple(Supplement(what=f"Giấy tờ loại {n} cần nộp") for n in ("A", "B", "C", "D", "E"))
    case = a_case(state=CaseState.SUPPLEMENT_ASKED, supplements=asked)
    assert "Giấy tờ loại E" in told(case, TODAY).text
    spoken = detail(Topic.SUPPLEMENT, case, TODAY).spoken
    assert "loại C" in spoken
    assert "loại D" not in spoken
    assert "Còn hai khoản nữa." in spoken


def test_a_fee_without_an_amount_or_a_payment_that_is_not_told() -> None:
    fees = (CaseFee(name="Lệ phí hộ tịch"), CaseFee(dong=25_000, paid=True))
    text = told(a_case(state=CaseState.PAYMENT_ASKED, fees=fees), TODAY).text
    assert "Lệ phí hộ tịch: nguồn không ghi số tiền, nguồn không ghi đã nộp hay chưa." in text
    assert "25.000" not in text


def test_the_payload_has_nothing_that_says_whose_it_is(cases: list[Case]) -> None:
    reply = told(cases[5], TODAY)
    assert set(reply.payload) == {
        *("type", "kind", "expects", "code", "title", "procedure", "demo", "state", "due"),
        *("todo", "steps", "source", "quick_replies"),
    }


def test_what_is_open_to_all_is_state_and_due_date_alone() -> None:
    case = Case(code=BARE.code, state=CaseState.PROCESSING, due=TODAY, source="Sổ hồ sơ thử")
    reply = glance(case, TODAY)
    assert "Đang xử lý" in reply.text
    assert "Hẹn trả ngày 3/8/2026" in reply.text
    assert reply.payload["expects"] == "proof"
    assert_can_be_said(reply)
