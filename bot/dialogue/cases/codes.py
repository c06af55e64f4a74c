"""The case code in a message, and what came in its place."""

from __future__ import annotations

import re

from bot.text.codes import find_case_codes, find_procedure_codes
from bot.text.phrases import normal, phrase_pattern

_CASE_WORD = phrase_pattern(("hồ sơ", "hs", "mã", "biên nhận", "giấy hẹn"))
_HANOI = re.compile(r"(?<![\w.,/-])26[\d.\-–/ ]{8,30}\d(?!\w)")
# What can only be meant as one; and what is where a code was asked for.
_SURELY = re.compile(r"(?<![\w.])[gh]\d{2}[.\d]*[-–]\d{4,}|\d{2}[-–]\d{6,8}[-–]\d{3,7}")
_PERHAPS = re.compile(
    r"\d{1,2}([/.-])\d{1,2}\1(?:19|20)?\d{2}(?!\d)|(?<!\w)[a-z] ?\d{2}(?!\w*/)"
    r"|\d{2}[.\-–]\d{1,3}[.\-–]\d|\d{6}[-–]\d|^\W*h[aáắ]t\b"
)
_MOST_WORDS = 6
_OF_A_CODE = {"mã", "ma", "là", "la", "số", "so", "hồ", "ho", "sơ", "đây", "dạ", "ạ"}


def code_in(text: str, *, asked: bool) -> str | None:
    """The first case code."""
    return next(iter(codes_in(text, asked=asked)), None)


def codes_in(text: str, *, asked: bool) -> list[str]:
    """Every case code; of Hanoi's the letter may be missing where a code is spoken of."""
    found = find_case_codes(text)
    spoken_of = asked or _CASE_WORD.search(normal(text)) or _SURELY.search(text)
    if not found and spoken_of:
        found = [code for run in _HANOI.findall(text) for code in find_case_codes(f"H{run}")]
    return found


def mistyped(text: str, *, asked: bool) -> bool:
    """Whether a message without a case code has one with a slip in it."""
    said = normal(text)
    if _SURELY.search(said):
        return True
    return asked and len(_words(text)) <= _MOST_WORDS and bool(_PERHAPS.search(said))


def only_procedure_code(text: str) -> str | None:
    """The procedure's code that is all there is in a message."""
    codes = find_procedure_codes(text)
    return codes[0] if codes and set(_words(text)) <= _OF_A_CODE else None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", normal(text))
