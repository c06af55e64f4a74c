"""What is said until a case may be shown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.answers.reply import Reply
from bot.cases.replies import asking, misplaced, proving, refusals
from tests.cases.replies.conftest import assert_can_be_said

CODE = "H26.12-250701-0001"
UNTIL = datetime(2026, 8, 3, 8, 40, tzinfo=UTC)

ASK_CODE = (
    asking.ask_code(),
    asking.ask_code_again(),
    asking.forgotten_code(),
    asking.no_hurry(),
    asking.calm_code(),
    misplaced.no_photo(None),
    misplaced.no_personal_number(),
    misplaced.code_first(),
    misplaced.procedure_code("1.001193"),
    misplaced.mistyped_code(),
    refusals.unknown(CODE),
)
ASK_PROOF = (
    proving.ask_proof(CODE),
    proving.ask_proof_again(CODE),
    proving.still_waiting(CODE),
    proving.not_four(CODE),
    proving.why_proof(CODE),
    proving.forgotten_proof(CODE),
    proving.not_clear(CODE),
    proving.no_hurry(CODE),
    proving.calm_proof(CODE),
    misplaced.no_photo(CODE),
    refusals.refused(CODE),
    refusals.source_down(CODE),
)
NEITHER = (asking.cancelled(), asking.calm(), refusals.locked(UNTIL))


@pytest.mark.parametrize(
    "reply", [*ASK_CODE, *ASK_PROOF, *NEITHER], ids=lambda reply: reply.payload["kind"]
)
def test_it_is_short_and_can_be_said(reply: Reply) -> None:
    assert reply.payload["type"] == "case"
    assert len(reply.text) < 400
    assert_can_be_said(reply)


def test_the_page_is_told_what_to_ask_for() -> None:
    assert {reply.payload["expects"] for reply in ASK_CODE} == {"code"}
    assert {reply.payload["expects"] for reply in ASK_PROOF} == {"proof"}
    assert {reply.payload["code"] for reply in ASK_PROOF} == {CODE}
    assert {reply.payload["expects"] for reply in NEITHER} == {None}


def test_the_code_is_read_back_with_the_question_for_the_proof() -> None:
    reply = proving.ask_proof(CODE)
    assert CODE in reply.text
    assert "hát hai sáu chấm một hai gạch hai năm không bảy không một gạch" in reply.spoken


def test_a_lock_out_is_told_with_its_end_in_hanoi() -> None:
    reply = refusals.locked(UNTIL)
    assert "đến 15:40 ngày 3/8/2026" in reply.text
    assert "từ mười lăm giờ bốn mươi ngày mùng ba tháng tám" in reply.spoken


def test_who_is_refused_learns_where_a_person_helps() -> None:
    for reply in (*ASK_PROOF[-2:], proving.forgotten_proof(CODE), NEITHER[-1]):
        assert "19001009" in reply.text
