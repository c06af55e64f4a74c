"""A call about a case: its code and the proof, by keys and by voice, in virtual time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from tests.voice.telephone import GREETING, Answers, Held
from voice import prompts
from voice.talk import Reply

CODE = Reply("Anh chị đọc mã hồ sơ.", "code", "code")
PROOF = Reply("Mã đúng thì anh chị bấm bốn số cuối.", "proof", "proof")
FOUND = Reply("Hồ sơ đang xử lý.", "shown")
CASE = {prompts.WHAT_CASE: CODE, "H26.12-250901-0009": PROOF, "9012": FOUND}


def test_a_case_by_keys_with_nines_and_zeros_as_digits() -> None:
    call = Held(
        ("press", "2"), ("press", "26122509010009#"), ("press", "9012#"), replies=CASE, person=True
    )
    assert call.talk.asked == list(CASE)
    assert call.phone.heard[-1] == "Hồ sơ đang xử lý."


def test_the_proof_is_neither_said_by_us_nor_taken_aloud() -> None:
    call = Held(
        ("press", "2"),
        ("say", "H26.12-250901-0009"),
        ("say", "chín không một hai"),
        ("press", "9012#"),
        replies=CASE,
    )
    assert "chín không một hai" not in call.talk.asked
    assert prompts.PROOF_BY_KEYS in call.heard
    assert "9012" not in call.heard
    assert call.phone.heard[-1] == "Hồ sơ đang xử lý."


def test_digits_that_were_not_all_understood_are_no_words_either() -> None:
    call = Held(
        ("press", "2"), ("say", "H26.12-250901-0009"), ("say", "chín không mố tai"), replies=CASE
    )
    assert call.talk.asked[-1] == "H26.12-250901-0009"
    assert prompts.PROOF_BY_KEYS in call.heard


def test_a_code_is_understood_without_its_letter() -> None:
    said = "hai sáu chấm mười hai gạch hai lăm không chín không một gạch không không không chín"
    call = Held(("press", "2"), ("say", said), replies=CASE)
    assert call.talk.asked[-1] == "H26.12-250901-0009"


def test_words_are_taken_while_a_proof_is_waited_for() -> None:
    call = Held(
        ("press", "2"), ("say", "H26.12-250901-0009"), ("say", "tôi không nhớ số"), replies=CASE
    )
    assert call.talk.asked[-1] == "tôi không nhớ số"


def test_the_star_erases_digits_and_then_goes_back() -> None:
    call = Held(("press", "2"), ("press", "2699*"), ("press", "*"), replies=CASE)
    assert prompts.ERASED in call.heard
    assert call.talk.asked == [prompts.WHAT_CASE, prompts.NEVER_MIND]


def test_a_code_with_a_slip_is_asked_for_again() -> None:
    call = Held(("press", "2"), ("press", "2612#"), ("press", "26122509010009#"), replies=CASE)
    assert prompts.BAD_CODE in call.heard
    assert call.talk.asked[-1] == "H26.12-250901-0009"


def test_another_code_may_be_typed_in_place_of_the_proof() -> None:
    call = Held(
        ("press", "2"), ("press", "26122509010009#"), ("press", "26122509010008#"), replies=CASE
    )
    assert call.talk.asked[-1] == "H26.12-250901-0008"


def test_digits_without_an_end_are_taken_when_nothing_follows() -> None:
    call = Held(("press", "2"), ("press", "26122509010009"), ("wait", 9), replies=CASE)
    assert call.talk.asked[-1] == "H26.12-250901-0009"


def test_who_looks_for_the_code_hears_again_what_is_asked_and_may_still_type_it() -> None:
    call = Held(("press", "2"), ("wait", 34), ("press", "26122509010009#"), replies=CASE)
    assert prompts.KEYS not in call.heard
    assert call.heard.count("Anh chị đọc mã hồ sơ.") == 2
    assert call.talk.asked[-1] == "H26.12-250901-0009"


def test_who_knows_the_way_types_ahead() -> None:
    call = Held(("press", "226122509010009#9012#"), replies=CASE)
    assert call.talk.asked == list(CASE)
    assert call.phone.heard == [GREETING, "Hồ sơ đang xử lý."]


def test_who_waits_long_for_an_answer_is_told_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = Answers.ask

    async def slowly(self: Answers, text: str, others: Sequence[str] | None = None) -> Reply:
        for _ in range(300):  # six seconds of the call
            await asyncio.sleep(0)
        return await ask(self, text, others)

    monkeypatch.setattr("voice.call.LONG_WAIT_S", 0.001)
    monkeypatch.setattr(Answers, "ask", slowly)
    call = Held(("press", "2"), ("wait", 30), replies=CASE)
    assert call.phone.heard[1:3] == [prompts.WAIT, "Anh chị đọc mã hồ sơ."]
    assert call.heard.count(prompts.WAIT) == 1
