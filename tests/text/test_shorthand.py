"""Hurried spelling, written out."""

from __future__ import annotations

import pytest

from bot.text.shorthand import written_out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ad ơi mún đk tạm trú thì cần j ạ", "ad ơi muốn đăng ký tạm trú thì cần gì ạ"),
        ("dkkh can j z", "dang ky ket hon can gi vay"),
        ("đăng kí hkd hết bn", "đăng ký hộ kinh doanh hết bao nhiêu"),
        ("BHYT cho bé", "bảo hiểm y tế cho bé"),
    ],
)
def test_shorthand_is_written_out(typed: str, meant: str) -> None:
    assert written_out(typed) == meant


@pytest.mark.parametrize(
    "text", ["Đăng ký khai sinh", "mã 1.001193", "Thông tư 04/2020/TT-BTP", "", "a.b@c"]
)
def test_ordinary_words_stay(text: str) -> None:
    assert written_out(text) == text
