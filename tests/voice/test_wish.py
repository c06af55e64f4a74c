"""Outside working hours: who agrees is called back; nobody else's number is taken down."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.clock import HANOI
from bot.settings import Settings
from tests.voice.telephone import BROKEN, KEPT_BY_FORCE, Book, Held
from voice import prompts

OWN = "+84912345678"


def test_who_agrees_by_key_is_called_back_at_the_number_that_calls() -> None:
    call = Held(("press", "0"), ("press", "1"), ("press", "#"), calls_back=True, own=OWN)
    assert call.book.taken == ["0912345678"]
    assert Book.wording in call.heard
    assert "sáu bảy tám" in call.heard
    assert "chậm nhất mười bảy giờ thứ Ba, ngày hai mươi bốn tháng mười một" in call.heard
    assert "không chín một hai" not in call.heard


def test_another_number_is_typed() -> None:
    call = Held(("press", "0"), ("press", "1"), ("press", "02431234567#"), calls_back=True, own=OWN)
    assert call.book.taken == ["02431234567"]


def test_yes_may_be_said() -> None:
    call = Held(("press", "0"), ("say", "dạ có ạ"), ("press", "0987654321#"), calls_back=True)
    assert call.book.taken == ["0987654321"]
    assert call.talk.asked == []
    assert "có" in call.words.expected[-1]


@pytest.mark.parametrize("said", ["dạ", "ừ", "vâng", "vâng ạ"])
def test_who_only_listens_has_not_agreed(said: str) -> None:
    call = Held(("press", "0"), ("say", said), ("press", "#"), calls_back=True, own=OWN)
    assert call.book.taken == []


@pytest.mark.parametrize("no", [("press", "2"), ("say", "không"), ("press", "*")])
def test_who_does_not_agree_is_not_written_down(no: tuple[str, str]) -> None:
    call = Held(("press", "0"), no, ("press", "1"), calls_back=True, own=OWN)
    assert call.book.taken == []
    assert "tôi không ghi lại" in call.heard
    assert call.phone.heard[-1] == prompts.ASK  # key 1 is the menu's again


def test_a_wrong_number_is_asked_for_again() -> None:
    call = Held(("press", "0"), ("press", "1"), ("press", "12345#"), calls_back=True)
    assert prompts.BAD_NUMBER in call.heard
    assert call.book.taken == []


def test_a_number_is_not_taken_aloud() -> None:
    call = Held(("press", "0"), ("press", "1"), ("say", "0987654321"), calls_back=True)
    assert call.book.taken == call.talk.asked == []
    assert "xin đừng đọc số" in call.heard


def test_a_typed_number_counts_when_nothing_follows() -> None:
    call = Held(("press", "0"), ("press", "1"), ("press", "0987654321"), ("wait", 9),
                calls_back=True)  # fmt: skip
    assert call.book.taken == ["0987654321"]


def test_who_asks_something_else_meanwhile_is_answered() -> None:
    call = Held(("press", "0"), ("say", "lệ phí làm hộ chiếu"), calls_back=True, own=OWN)
    assert call.talk.asked == ["lệ phí làm hộ chiếu"]
    assert call.book.taken == []


@pytest.mark.parametrize("lost", [[("wait", 30)], [("say", ""), ("say", "")]])
def test_once_the_keys_were_offered_the_first_is_no_consent(lost: list[tuple[str, str]]) -> None:
    call = Held(("press", "0"), *lost, ("press", "1"), ("press", "#"), calls_back=True, own=OWN)
    assert prompts.KEYS in call.heard
    assert call.book.taken == []


def test_what_cannot_be_written_down_is_not_promised() -> None:
    call = Held(("press", "0"), ("press", "1"), ("press", "#"), calls_back=True, own=BROKEN)
    assert prompts.TAKEN_DOWN not in call.heard
    assert "Chưa ghi lại được" in call.heard


TAKEN = (("press", "0"), ("press", "1"), ("press", "#"))


def test_who_presses_0_again_may_take_the_wish_back() -> None:
    call = Held(*TAKEN, ("press", "0"), ("press", "2"), calls_back=True, own=OWN)
    assert prompts.ALREADY in call.heard
    assert prompts.WITHDRAWN in call.heard
    assert call.book.taken == []


@pytest.mark.parametrize("back", ["rút lại", "thôi không cần gọi lại nữa", "đừng gọi lại cho tôi"])
def test_who_says_so_takes_the_wish_back_at_once(back: str) -> None:
    call = Held(*TAKEN, ("say", back), calls_back=True, own=OWN)
    assert call.book.taken == call.talk.asked == []
    assert prompts.WITHDRAWN in call.heard


def test_without_a_wish_the_same_words_are_for_the_assistant() -> None:
    assert Held(("say", "rút lại"), calls_back=True).talk.asked == ["rút lại"]


@pytest.mark.parametrize("keeps", [("press", "1"), ("say", "giữ nguyên"), ("press", "*")])
def test_the_wish_may_stay(keeps: tuple[str, str]) -> None:
    call = Held(*TAKEN, ("press", "0"), keeps, calls_back=True, own=OWN)
    assert prompts.KEPT in call.heard
    assert call.book.taken == ["0912345678"]


def test_silence_and_other_keys_withdraw_nothing() -> None:
    call = Held(*TAKEN, ("press", "05"), ("wait", 9), calls_back=True, own=OWN)
    assert call.heard.count("Muốn rút lại thì bấm phím hai") == 2
    assert call.book.taken == ["0912345678"]


def test_what_cannot_be_withdrawn_is_not_said_to_be() -> None:
    call = Held(*TAKEN, ("say", "rút lại"), calls_back=True, own=KEPT_BY_FORCE)
    assert prompts.WITHDRAWN not in call.heard
    assert "Chưa rút lại được" in call.heard


@pytest.mark.parametrize(
    ("closed", "why"), [(True, "ngoài giờ làm việc"), (False, "chưa nối máy đến cán bộ được")]
)
def test_what_a_caller_agrees_to_says_why_and_until_when(closed: bool, why: str) -> None:
    friday = datetime(2026, 7, 3, 17, 0, tzinfo=HANOI)
    wording = prompts.call_back(Settings(), friday, closed=closed)
    assert why in wording
    assert "chậm nhất mười bảy giờ thứ Sáu, ngày ba tháng bảy" in wording
    assert not any(map(str.isdigit, wording))
