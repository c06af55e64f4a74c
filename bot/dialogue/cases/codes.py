"""The case code in a message, and what came in its place."""

from __future__ import annotations

import re

from bot.text.codes import find_procedure_codes
from bot.text.hanoi_codes import SURELY, codes_in
from bot.text.phrases import normal

# What may be meant as one where a code was asked for.
_PERHAPS = re.compile(
    r"\d{1,2}([/.-])\d{1,2}\1(?:19|20)?\d{2}(?!\d)|(?<!\w)[a-z] ?\d{2}(?!\w*/)"
    r"|\d{2}[.\-–]\d{1,3}[.\-–]\d|\d{6}[-–]\d|^\W*h[aáắ]t\b"
)
_MOST_WORDS = 6
_OF_A_CODE = {"mã", "ma", "là", "la", "số", "so", "hồ", "ho", "sơ", "đây", "dạ", "ạ"}


def code_in(text: str, *, asked: bool) -> str | None:
    """The first case code."""
    return next(iter(codes_in(text, asked=asked)), None)


def mistyped(text: str, *, asked: bool) -> bool:
    """Whether a message without a case code has one with a slip in it."""
    said = normal(text)
    if SURELY.search(said):
        return True
    return asked and len(_words(text)) <= _MOST_WORDS and bool(_PERHAPS.search(said))


def only_procedure_code(text: str) -> str | None:
    """The procedure's code that is all there is in a message."""
    codes = find_procedure_codes(text)
    return codes[0] if codes and set(_words(text)) <= _OF_A_CODE else None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", normal(text))
