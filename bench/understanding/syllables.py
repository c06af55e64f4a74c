"""Vietnamese syllables taken apart: onset, rhyme and the five tones."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

ACUTE, GRAVE, HOOK, TILDE, DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
TONES = (ACUTE, GRAVE, HOOK, TILDE, DOT)
_ONSET = re.compile(r"ngh|ng|nh|th|tr|ch|kh|ph|gh|gi(?=\w)|qu|[bcdđghklmnprstvx]", re.I)
_WORD = re.compile(r"[^\W\d_]+")


def each_word(text: str, change: Callable[[str], str]) -> str:
    """`text` (NFC) with every word of letters changed."""
    return _WORD.sub(lambda match: change(match[0]), unicodedata.normalize("NFC", text))


def cut(word: str) -> tuple[str, str, str]:
    """(onset, rest without tone, tone): "giấy" → ("gi", "ây", ACUTE); NFC."""
    decomposed = unicodedata.normalize("NFD", word)
    tone = next((mark for mark in decomposed if mark in TONES), "")
    toneless = unicodedata.normalize("NFC", decomposed.replace(tone, "") if tone else decomposed)
    onset = _ONSET.match(toneless)
    at = onset.end() if onset else 0
    return toneless[:at], toneless[at:], tone


def other_tone(word: str, tone: str) -> str:
    """`word` with the tone that it carries replaced by `tone`."""
    decomposed = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(tone if c in TONES else c for c in decomposed))


def like(new: str, old: str) -> str:
    """`new` with the capital of `old`."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def seeded(name: str, text: str) -> random.Random:
    """The same choices for the same text, whatever was changed before."""
    return random.Random(f"{name}|{text}")
