"""Hurried spelling, written out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.text.shorthand import written_out

FACTS = Path("data/catalogue/procedures")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ad ơi mún đk tạm trú thì cần j ạ", "ad ơi muốn đăng ký tạm trú thì cần gì ạ"),
        ("dkkh can j z", "dang ky ket hon can gi vay"),
        ("đăng kí hkd hết bn", "đăng ký hộ kinh doanh hết bao nhiêu"),
        ("BHYT cho bé", "bảo hiểm y tế cho bé"),
        ("lm hộ chíu hết nhiu xiền dợ", "làm hộ chiếu hết nhiêu tiền vậy"),
        ("nộp onl dc hk", "nộp onl được không"),
        ("nhập hk cho con dợ", "nhập hộ khẩu cho con vợ"),
        ("giấy ni cần chi rứa", "giấy này cần gì vậy"),
        ("tui nộp ở mô, lệ phí răng ạ", "tôi nộp ở đâu, lệ phí sao ạ"),
        ("tui vô hộ khẩu nhà má được hông", "tôi vào hộ khẩu nhà mẹ được không"),
        ("làm passport thì fee bao nhiêu", "làm hộ chiếu thì lệ phí bao nhiêu"),
        ("How to get the birth certificate?", "cach lam giay khai sinh?"),
    ],
)
def test_shorthand_is_written_out(typed: str, meant: str) -> None:
    assert written_out(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("Đăng ký khai sinh", "mã 1.001193", "Thông tư 04/2020/TT-BTP", "", "a.b@c", "phạt 30k"),
        *("phòng khám răng ạ", "quy mô", "đi mô tô", "hồ Đồng Mô", "chi nhánh", "cô Chi", "mẫu VK"),
        *("tần số vô tuyến", "the chap", "thứ ba tôi đến"),
    ],
)
def test_ordinary_words_stay(text: str) -> None:
    assert written_out(text) == text


def test_titles_stay() -> None:
    """What is official already; names of offices and insurances are known by both forms."""
    both = re.compile(r"\b(?:UBND|BHXH|BHYT|BHTN)\b")
    lines = (line for path in FACTS.glob("*.jsonl") for line in path.open(encoding="utf-8"))
    titles = [str(json.loads(line)["title"]) for line in lines]
    changed = [t for t in titles if not both.search(t) and written_out(t) != t]
    assert titles
    assert [title for title in changed if "chiến trường B" not in title] == []
