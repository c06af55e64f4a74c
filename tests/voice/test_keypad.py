"""What the keys mean, and when."""

from __future__ import annotations

import pytest

from voice.keypad import MOST, Choice, Digits, Keypad, code_of


@pytest.mark.parametrize(
    ("key", "meant"),
    [("1", "procedures"), ("2", "case"), ("9", "slower"), ("0", "person"), ("*", "back"),
     ("#", "repeat"), ("5", "unknown")],
)  # fmt: skip
def test_the_menu(key: str, meant: str | None) -> None:
    assert Keypad().press(key) == meant


def test_choices_come_before_the_menu() -> None:
    keypad = Keypad()
    keypad.choices = 2
    assert [keypad.press(key) for key in "12"] == [Choice(1), Choice(2)]
    assert keypad.press("9") == "slower"


def test_every_key_is_a_digit_while_digits_are_expected() -> None:
    keypad = Keypad()
    keypad.expects = "proof"
    assert [keypad.press(key) for key in "9012#"] == [None] * 4 + [Digits("9012")]
    assert keypad.press("#") == "repeat"


def test_what_is_typed_without_end_stays_short() -> None:
    keypad = Keypad()
    keypad.expects = "code"
    for _ in range(1000):
        keypad.press("7")
    assert keypad.rest() == Digits("7" * MOST)
    assert keypad.rest() is None


@pytest.mark.parametrize(
    ("digits", "code"),
    [
        ("26122507010001", "H26.12-250701-0001"),
        ("262507010001", "H26-250701-0001"),
        ("002611130003", "H00-261113-0003"),
        ("1234", None),
        ("", None),
    ],
)
def test_a_code_is_typed_without_its_letter(digits: str, code: str | None) -> None:
    assert code_of(digits) == code


def test_the_hash_key_reads_the_choices_that_are_left() -> None:
    keypad = Keypad()
    keypad.choices, keypad.more = 4, True
    assert keypad.press("#") == "others"
    assert keypad.press("4") == Choice(4)
