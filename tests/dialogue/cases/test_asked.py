"""When a person who is signed in means their own cases."""

from __future__ import annotations

import pytest

from bot.dialogue.cases.asked import asks_for_mine


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("hồ sơ của tôi đến đâu rồi", True),
        ("hồ sơ của tôi", True),
        ("Ho so cua toi the nao", True),
        ("tra cứu hồ sơ", True),
        ("các hồ sơ em đã nộp", True),
        ("đơn tôi gửi tuần trước sao chưa xong", True),
        ("hồ sơ H26.12-250701-0001 đến đâu rồi", False),
        ("hồ sơ của con tôi đến đâu rồi", False),
        ("tra cứu hồ sơ cho bố", False),
        ("bao giờ xong", False),
    ],
)
def test_when_ones_own_are_meant(text: str, own: bool) -> None:
    assert asks_for_mine(text) is own
