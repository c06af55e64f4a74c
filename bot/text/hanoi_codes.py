"""Case codes where one is spoken of: of Hanoi's the letter may be missing."""

from __future__ import annotations

import re

from bot.text.codes import find_case_codes
from bot.text.phrases import normal, phrase_pattern

_CASE_WORD = phrase_pattern(("hồ sơ", "hs", "mã", "biên nhận", "giấy hẹn"))
_HANOI = re.compile(r"(?<![\w.,/-])26[\d.\-–/ ]{8,30}\d(?!\w)")
# What can only be meant as one, perhaps with a slip in it.
SURELY = re.compile(
    r"(?<![\w.])[gh]\d{2}[.\d]*[-–]\d{4,}|\d{2}[-–]\d{6,8}[-–]\d{3,7}", re.IGNORECASE
)


def codes_in(text: str, *, asked: bool) -> list[str]:
    """Case codes in `text`, canonical, in order, each once.

    "26.12-250701-0001" counts where a code was `asked` for, is spoken of, or can only be meant.
    """
    found = find_case_codes(text)
    spoken_of = asked or _CASE_WORD.search(normal(text)) or SURELY.search(text)
    if not found and spoken_of:
        found = [code for run in _HANOI.findall(text) for code in find_case_codes(f"H{run}")]
    return found
