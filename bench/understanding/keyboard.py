"""What fingers do to a question: keystrokes without an input method, slips."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

from bench.understanding.syllables import ACUTE, DOT, GRAVE, HOOK, TILDE, TONES, each_word, seeded

_BREVE, _HAT, _HORN = "\u0306", "\u0302", "\u031b"
_TELEX_TONE = dict(zip(TONES, "sfrxj", strict=True))
_VNI_TONE = {ACUTE: "1", GRAVE: "2", HOOK: "3", TILDE: "4", DOT: "5"}
_VNI_MARK = {_HAT: "6", _HORN: "7", _BREVE: "8"}
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BLOCK = 5  # words with one slip among them


def telex(text: str) -> str:
    """As typed in Telex, the tone at the end of the word: "đường" → "dduwowngf"."""
    return _cased(each_word(text, _telex), text)


def vni(text: str) -> str:
    """As typed in VNI: "đường" → "d9uo7ng2"."""
    return _cased(each_word(text, _vni), text)


def _cased(keys: str, text: str) -> str:
    return keys.upper() if text.isupper() else keys


def _telex(word: str) -> str:
    keys, tone = "", ""
    for char in unicodedata.normalize("NFD", word.replace("đ", "dd").replace("Đ", "DD")):
        if char in _TELEX_TONE:
            tone = _TELEX_TONE[char]
        elif char == _HAT:
            keys += keys[-1]
        elif char in (_HORN, _BREVE):
            keys += "w"
        else:
            keys += char
    return keys + tone


def _vni(word: str) -> str:
    keys, tone = "", ""
    for char in unicodedata.normalize("NFD", word.replace("đ", "d9").replace("Đ", "D9")):
        if char in _VNI_TONE:
            tone = _VNI_TONE[char]
        else:
            keys += _VNI_MARK.get(char, char)
    return re.sub("(?i)(u)7(o7)", r"\1\2", keys) + tone  # one key is enough for "ươ"


def neighbours(text: str) -> str:
    """One key in five words hits its neighbour: "khai sinh" → "khai sing"…"""
    return _slips("neighbour", text, lambda key, rng: rng.choice(_beside(key)))


def dropped(text: str) -> str:
    """One letter in five words is missing."""
    return _slips("dropped", text, lambda key, rng: "")


def doubled(text: str) -> str:
    """One letter in five words comes twice."""
    return _slips("doubled", text, lambda key, rng: key * 2)


def slips(text: str) -> str:
    """One slip in five words, of any of the three kinds."""
    return seeded("slips", text).choice((neighbours, dropped, doubled))(text)


def _slips(name: str, text: str, slip: Callable[[str, random.Random], str]) -> str:
    """Change one plain letter, not the first, in each BLOCK of words; short texts get one."""
    rng = seeded(name, text)
    parts = re.split(r"(\s+)", unicodedata.normalize("NFC", text))
    words = [at for at in range(0, len(parts), 2) if re.search(r"\w[a-z]", parts[at])]
    for start in range(0, len(words), BLOCK):
        block = words[start : start + BLOCK]
        if start and len(block) < BLOCK:
            break
        at = rng.choice(block)
        word = parts[at]
        spot = rng.choice([m.start() + 1 for m in re.finditer(r"\w(?=[a-z])", word)])
        parts[at] = word[:spot] + slip(word[spot], rng) + word[spot + 1 :]
    return "".join(parts)


def _beside(key: str) -> str:
    """Letters left and right of `key`."""
    row = next(row for row in _ROWS if key in row)
    at = row.index(key)
    return row[max(0, at - 1) : at] + row[at + 1 : at + 2]
