"""Spelling of names: two ways to place a tone mark are the same name."""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NOT_WORD = re.compile(r"[\W_]+")


def spelled(text: str) -> str:
    """A key that keeps every mark but not the place of the tone: "Hoà" and "Hòa" agree."""
    words = _NOT_WORD.sub(" ", unicodedata.normalize("NFC", text).lower()).split()
    return " ".join(_syllable(word) for word in words)


def _syllable(word: str) -> str:
    marks = unicodedata.normalize("NFD", word)
    tone = "".join(char for char in marks if char in _TONES)
    return "".join(char for char in marks if char not in _TONES) + tone
