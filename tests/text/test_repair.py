"""Run together, written by ear, or right: whole texts."""

from __future__ import annotations

import time
import unicodedata

import pytest

from bot.text.language import Language
from bot.text.repair import Repairer

TEXTS = [
    *["cấp trích lục khai sinh", "cấp sổ đỏ", "làm giấy khai sinh cho con", "hộ chiếu ở đâu"] * 50,
    *["đăng ký kết hôn cần giấy tờ gì", "đăng ký thường trú"] * 50,
]


@pytest.fixture(scope="module")
def repaired() -> Repairer:
    return Repairer(Language(TEXTS))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("đăngký kếthôn cầngiấy tờ gì", "đăng ký kết hôn cần giấy tờ gì"),
        ("dangky kethon", "dang ky ket hon"),
        ("Cấp xổ đỏ, ở đâu?", "Cấp sổ đỏ, ở đâu?"),
        ("giay khai xinh cho con", "giay khai sinh cho con"),
        ("đang ky thuong chu", "đang ky thuong tru"),  # one mark is no text with marks
        ("GIẤY KHAI XINH", "GIẤY KHAI sinh"),
        ("cấpchích lục", "cấp trích lục"),
    ],
)
def test_texts_are_put_right(repaired: Repairer, typed: str, meant: str) -> None:
    assert repaired(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "làm giấy khai sinh cho con",
        "lam giay khai sinh cho con",
        "giấy khai Xinh",  # a name
        "gửi giay.khai.xinh@example.com",
        "xin visa online, passport hết hạn, quyết định 12/QĐ-XD",
    ],
)
def test_what_is_right_stays(repaired: Repairer, text: str) -> None:
    assert repaired(text) == text
    assert repaired(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFD", text)


def test_repairing_twice_changes_nothing(repaired: Repairer) -> None:
    once = repaired("xin chíchlục giấy khaixinh")
    assert once == "xin trích lục giấy khai sinh"
    assert repaired(once) == once


def test_long_texts_cost_little(repaired: Repairer) -> None:
    start = time.thread_time()
    for text in ("a" * 1000, "khaixinh" * 125, "chích lúc " * 100, "xổđỏchocon " * 90):
        repaired(text)
    assert time.thread_time() - start < 1
