"""The words by which a message turns to its matter go; matters that begin alike stay."""

from __future__ import annotations

import pytest

from bot.text.phrases import normal
from bot.text.turning import without_turn


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("À mà thôi, tôi đổi ý rồi, cho hỏi tách thửa", "cho hỏi tách thửa"),
        ("hay thôi, không mở quán nữa, xin trợ cấp", "xin trợ cấp"),
        ("quay lai vu ho chieu", "ho chieu"),
        ("thôi, quay lại cái sổ đỏ lúc nãy", "sổ đỏ"),
        ("em nghĩ lại rồi, em hỏi khai tử", "em hỏi khai tử"),
    ],
)
def test_what_turns_goes(text: str, left: str) -> None:
    assert without_turn(normal(text)).strip() == left


@pytest.mark.parametrize(
    "text",
    ["thôi quốc tịch", "thoi viec", "thế chấp sổ đỏ", "trở lại quốc tịch", "giờ làm việc", "mà"],
)
def test_matters_stay(text: str) -> None:
    assert without_turn(normal(text)) == text
