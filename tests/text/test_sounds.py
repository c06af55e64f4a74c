"""Syllables that sound alike."""

from __future__ import annotations

import pytest

from bot.text.sounds import heard, spelled


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("trữ", ("tr", "ư", "", "x")),
        ("nghiêng", ("ngh", "iê", "ng", "")),
        ("gì", ("gi", "i", "", "f")),
        ("giếng", ("gi", "iê", "ng", "s")),
        ("giấy", ("gi", "ây", "", "s")),
        ("quốc", ("qu", "ô", "c", "s")),
        ("hoà", ("h", "oa", "", "f")),
        ("hòa", ("h", "oa", "", "f")),
        ("án", ("", "a", "n", "s")),
    ],
)
def test_the_parts_of_a_syllable(word: str, parts: tuple[str, ...]) -> None:
    assert spelled(word) == parts


@pytest.mark.parametrize(
    "alike",
    ["trả chả trã", "xổ sổ sỗ", "lan nan nang", "gì dì rì", "giấy dấy rấy", "mặc mặt", "chết trếc"],
)
def test_what_sounds_alike(alike: str) -> None:
    assert len({heard(spelled(word)) for word in alike.split()}) == 1


@pytest.mark.parametrize("apart", ["thu tu", "anh an", "sách xác", "hồ hô", "và gà", "nghe nhe"])
def test_what_does_not(apart: str) -> None:
    first, second = apart.split()
    assert heard(spelled(first)) != heard(spelled(second))
