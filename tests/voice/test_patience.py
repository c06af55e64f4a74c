"""How long a caller is waited for."""

from __future__ import annotations

import pytest

from voice.patience import Patience, patience
from voice.talk import Expects


@pytest.mark.parametrize(
    ("said", "expects", "length"),
    [
        ("làm hộ chiếu cần giấy tờ gì", None, "usual"),
        ("làm hộ chiếu cần giấy tờ gì ạ", None, "short"),
        ("dạ hết.", None, "short"),
        ("tôi muốn hỏi là", None, "long"),
        ("làm hộ chiếu thì...", None, "long"),
        ("ờ", None, "long"),
        ("ừ", None, "usual"),
        ("cái lá", None, "usual"),
        ("hát hai sáu chấm mười hai gạch hai lăm không bảy", "code", "reading"),
        ("hát hai sáu chấm mười hai gạch hai lăm không bảy không một gạch không không không một",
         "code", "short"),
        ("H26.12-250701-0001", None, "short"),
        ("tôi không nhớ mã", "code", "usual"),
    ],
)  # fmt: skip
def test_by_what_was_said(said: str, expects: Expects | None, length: Patience) -> None:
    assert patience(said, expects) == length
