from __future__ import annotations

import unicodedata

import pytest

from bot.text.fold import fold, has_diacritics, mostly_bare, strip_diacritics


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Lệ phí?", "le phi"),
        ("ĐĂNG KÝ — kết_hôn", "dang ky ket hon"),
        ("  giấy\t(bản   gốc) ", "giay ban goc"),
        ("Nghị định 23/2015/NĐ-CP", "nghi dinh 23 2015 nd cp"),
        ("", ""),
        ("?!…", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded
    assert fold(folded) == folded


def test_strip_keeps_case_and_punctuation() -> None:
    assert strip_diacritics("Đổi thẻ, được không?") == "Doi the, duoc khong?"


def test_has_diacritics() -> None:
    assert has_diacritics("đi")
    assert has_diacritics(unicodedata.normalize("NFD", "lệ"))
    assert not has_diacritics("le phi 10.000")


def test_mostly_bare() -> None:
    assert mostly_bare(["đang", "ky", "ket", "hon"])
    assert not mostly_bare(["đăng", "ký", "kết", "hôn"])
