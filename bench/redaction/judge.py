"""Is anything of a personal number left?"""

from __future__ import annotations

import re

from bench.redaction.messages import Personal
from bot.text.number_words import digits_of

_TELLS = 5  # digits in a row


def left_over(message: Personal, redacted: str) -> bool:
    """True when five of its digits in a row (a year: all four), or three of its words, remain."""
    digits = digits_of(message.raw)
    width = min(_TELLS, len(digits))
    kept = digits_of(redacted)
    if width >= 4 and any(digits[at : at + width] in kept for at in range(len(digits) - width + 1)):
        return True
    words = _words(message.spelt)
    spoken = f" {' '.join(_words(redacted))} "
    size = min(3, len(words))
    runs = (f" {' '.join(words[at : at + size])} " for at in range(len(words) - size + 1))
    return any(run in spoken for run in runs)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
