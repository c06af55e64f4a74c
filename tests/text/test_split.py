"""A run of letters, cut into words."""

from __future__ import annotations

import pytest

from bot.text.language import Language
from bot.text.split import split

TEXTS = ["đăng ký kết hôn", "cần giấy tờ gì", "thẻ bhyt", "ở đâu", "giấy khai sinh", "bhyt"] * 50
MARKED = Language(TEXTS)
BARE = MARKED.bare()


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("kếthôn", "kết hôn"),
        ("đăngkýkếthôncầngiấytờgì", "đăng ký kết hôn cần giấy tờ gì"),
        ("ởđâu", "ở đâu"),
        ("thẻbhyt", "thẻ bhyt"),
        ("mẹvợ", "mẹ vợ"),  # never met, but nothing else has such marks
    ],
)
def test_with_marks(run: str, words: str) -> None:
    assert split(run, "", "", MARKED) == words.split()


@pytest.mark.parametrize("run", ["kethon", "giaytogi", "odau", "thebhyt"])
def test_without_marks(run: str) -> None:
    words = split(run, "", "", BARE)
    assert "".join(words) == run
    assert len(words) > 1


@pytest.mark.parametrize(
    "run", ["hoan", "thưong", "delay", "into", "passport", "bhyt", "zzz", "vneid"]
)
def test_one_word_stays(run: str) -> None:
    assert split(run, "", "", BARE) == [run]


def test_neighbours_decide() -> None:
    language = Language(["con gái ngoan", "cổng ai giữ"] * 20).bare()
    assert split("congai", "", "ngoan", language) == ["con", "gai"]
    assert split("congai", "", "giu", language) == ["cong", "ai"]


def test_nothing_so_long_is_meant() -> None:
    run = "khaisinh" * 10
    assert split(run, "", "", BARE) == [run]
