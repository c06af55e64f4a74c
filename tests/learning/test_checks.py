"""What may not be taught, and why."""

from __future__ import annotations

import pytest

from bot.catalogue.store import load_catalogue
from bot.catalogue.words import load_words
from bot.learning.checks import faults

BIRTH, DEATH = "1.001193", "1.000656"
PROCEDURES = load_catalogue().procedures


def reasons(text: str, target: str = BIRTH, kind: str = "phrasing") -> str:
    return " ".join(faults(kind, target, text, PROCEDURES, {}))


def test_new_words_may_be_taught() -> None:
    assert reasons("thằng cu nhà em chào đời, xin tờ giấy đầu tiên cho nó") == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Chưa có lời nào"),
        ("?!", "Chưa có lời nào"),
        ("<b>", "ít nhất hai chữ"),
        ("dài " * 60, "160 ký tự"),
        ("khai sinh cho bé, gọi 0912345678", "số cá nhân"),
        (load_words()[BIRTH].phrasings[0].upper(), "đã có câu ấy"),
        (load_words()[DEATH].phrasings[0] + "?", "Gần trùng"),
        (PROCEDURES[DEATH].title, "Gần trùng"),
        ("công chứng bản photo", "Quá chung"),
    ],
)
def test_what_may_not(text: str, reason: str) -> None:
    assert reason in reasons(text)


def test_only_what_the_catalogue_has() -> None:
    assert "không có mã 9.999999" in reasons("lời mới", "9.999999")


def test_what_was_taught_before_counts() -> None:
    text = "thằng cu nhà em chào đời, xin tờ giấy đầu tiên cho nó"
    assert "đã có câu ấy" in " ".join(faults("phrasing", BIRTH, text, PROCEDURES, {BIRTH: (text,)}))
    near = f"{text} ạ"
    assert "Gần trùng" in " ".join(faults("phrasing", DEATH, near, PROCEDURES, {BIRTH: (text,)}))


@pytest.mark.parametrize(
    ("text", "intent", "reason"),
    [
        ("cái khoản tiền nộp ấy nó là mấy", "ask_fee", ""),
        ("mất bao nhiêu tiền", "ask_place", "đã có ở loại “ask_fee”"),
        ("phí của [1.001193](procedure_code)", "ask_fee", "không chứa các dấu"),
        ("Cấp lại thẻ thương binh.", "ask_law", "dùng để đánh giá"),
        ("câu gì đó", "no_such_intent", "Không có loại câu hỏi"),
    ],
)
def test_examples_of_intents(text: str, intent: str, reason: str) -> None:
    found = reasons(text, intent, "example")
    assert found == reason if not reason else reason in found
