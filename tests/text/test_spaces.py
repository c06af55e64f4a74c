"""Missing spaces in whole texts."""

from __future__ import annotations

import unicodedata

import pytest

from bot.text.language import Language
from bot.text.spaces import Spacer

TEXTS = ["đăng ký kết hôn cần giấy tờ gì", "giấy khai sinh cho con dưới 14 tuổi", "thẻ căn cước"]
LANGUAGE = Language(TEXTS * 50)


@pytest.fixture(scope="module")
def spaced() -> Spacer:
    return Spacer(LANGUAGE, LANGUAGE.bare())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("đăngký kếthôn cầngiấy tờ gì", "đăng ký kết hôn cần giấy tờ gì"),
        ("Dangky kethon can giayto gi", "Dang ky ket hon can giay to gi"),
        ("làm giấykhaisinh cho con", "làm giấy khai sinh cho con"),
        ("thẻ cancuoc cho bé", "thẻ can cuoc cho bé"),
        ("trẻ dưới14tuổi", "trẻ dưới 14 tuổi"),
        ("GIẤYKHAI SINH", "GIẤY KHAI SINH"),
        ("(khaisinh), kếthôn?", "(khai sinh), kết hôn?"),
    ],
)
def test_spaces_are_put_in(spaced: Spacer, typed: str, meant: str) -> None:
    assert spaced(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?!",
        "đăng ký kết hôn cần giấy tờ gì",
        "nộp qua VNeID hay iHanoi, KhaiSinh online",
        "thu visa, passport, homestay delay",
        "thông tư 04/2020/TT-BTP, mẫu A4, đất 50m2, H26.12-250701-0001",
        "hòm thư khaisinh@example.com, khaisinh.gov.vn, khai_sinh",
    ],
)
def test_everything_else_stays(spaced: Spacer, text: str) -> None:
    assert spaced(text) == text
    assert spaced(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFD", text)
