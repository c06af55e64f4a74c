"""Words put right by their neighbours."""

from __future__ import annotations

import pytest

from bot.text.language import Language
from bot.text.respell import Respeller

TEXTS = [
    *["cấp trích lục khai sinh", "cấp sổ đỏ", "giấy khai sinh", "làm hộ chiếu ở đâu"] * 20,
    *["chích ngừa cho con", "xổ số kiến thiết", "trong nhà", "đăng ký thường trú"] * 5,
]


@pytest.fixture(scope="module")
def respelled() -> Respeller:
    return Respeller(Language(TEXTS))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("xin chích lục khai xinh", "xin trích lục khai sinh"),
        ("cấp xổ đỏ", "cấp sổ đỏ"),
        ("nàm hộ triếu", "làm hộ chiếu"),
        ("đăng ký thườn trú", "đăng ký thường trú"),
        ("cấp xỗ đỏ", "cấp sổ đỏ"),  # two differences
    ],
)
def test_what_only_sounds_right_is_put_right(respelled: Respeller, typed: str, meant: str) -> None:
    assert respelled(typed.split()) == meant.split()


@pytest.mark.parametrize(
    "text",
    ["chích ngừa cho con", "mua xổ số", "chuyện trong nhà", "xăng dầu", "passport", "", "trú 1 a2"],
)
def test_what_is_right_stays(respelled: Respeller, text: str) -> None:
    assert respelled(text.split()) == text.split()


def test_fixed_words_stay(respelled: Respeller) -> None:
    assert respelled(["cấp", "xổ", "đỏ"], {1}) == ["cấp", "xổ", "đỏ"]
