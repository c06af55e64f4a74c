"""Vietnamese syllables as onset, rhyme and tone: which exist, and how they are written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.text.fold import strip_diacritics

TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_STOPPED = ("c", "ch", "p", "t")  # such a rhyme carries sắc or nặng, nothing else
# Every vowel with what may follow it; "-" is nothing.
_VOWELS = """
a: - c ch i m n ng nh o p t u y      ă: c m n ng p t         â: c m n ng p t u y
e: - c m n ng o p t                  ê: - ch m n nh p t u    i: - a ch m n nh p t u
iê: c m n ng p t u                   yê: m n ng t u          y: - t n nh ch
o: - c i m n ng p t                  ô: - c i m n ng p t     ơ: - i m n p t
oa: - c ch i m n ng nh p t y o       oă: c m n ng t          oe: - n o t
u: - a c i m n ng p t                uâ: n ng t y            uê: - ch nh
uô: c i m n ng t                     uơ: -                   uy: - a ch n nh p t u
uyê: n t                             ư: - a c i m n ng t u   ươ: c i m n ng p t u
"""
RHYMES = tuple(
    vowel + ("" if end == "-" else end)
    for vowel, ends in re.findall(r"(\w+):((?: (?:-|[a-z]{1,2})(?![\w:]))+)", _VOWELS)
    for end in ends.split()
)
_SPELT = frozenset(RHYMES)
_ONSETS = ("ngh", "ng", "nh", "th", "tr", "ch", "kh", "ph", "gh", "gi", "qu", *"bcdđghklmnprstvx")
_ONSET = re.compile("|".join(_ONSETS))
_FRONT = "eêiy"


def splits(syllable: str) -> list[tuple[str, str]]:
    """The ways to cut letters into onset and rest: "gieng" → gi + eng or g + ieng."""
    found = _ONSET.match(syllable)
    onset = found[0] if found else ""
    cuts = [len(onset), 1] if onset == "gi" else [len(onset)]
    return [(syllable[:cut], syllable[cut:]) for cut in cuts]


def fits(onset: str, rhyme: str) -> bool:
    """True when spelling allows `rhyme` (with its marks) after `onset`."""
    front = rhyme[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng"):
        return not front
    if onset == "g":
        return not front or rhyme[0] == "i"
    if onset == "gi":
        return rhyme[0] not in "iyê"
    if onset == "qu":
        return rhyme[0] not in "uưo"
    if onset == "":
        return not rhyme.startswith("iê")
    return rhyme[0] != "y" or onset in ("h", "k", "l", "m", "s", "t", "v")


def toned(rhyme: str, tone: str) -> str | None:
    """`rhyme` with the tone of a Telex key ("" for none), or None where no such rhyme exists.

    The mark stands where most people put it: "hòa", "thủy", "tiền", "người", "của".
    """
    if rhyme.endswith(_STOPPED) and tone not in ("s", "j"):
        return None
    if not tone:
        return rhyme
    marked = [at for at, letter in enumerate(rhyme) if letter in "ăâêôơư"]
    vowels = [at for at, letter in enumerate(rhyme) if letter in "aăâeêioôơuưy"]
    closed = len(vowels) < len(rhyme) or len(vowels) == 3
    at = marked[-1] if marked else vowels[1 if closed and len(vowels) > 1 else 0]
    return unicodedata.normalize("NFC", rhyme[: at + 1] + TONES[tone] + rhyme[at + 1 :])


@lru_cache(maxsize=32768)
def is_syllable(word: str) -> bool:
    """True when the lower-case `word` (NFC) is one syllable, with all its marks or without any.

    The mark of the tone may stand where it likes: "hòa", "hoà".
    """
    if word in BARE:
        return True
    letters, tone = without_tone(word)
    return any(
        rhyme in _SPELT and fits(onset, rhyme) and toned(rhyme, tone)
        for onset, rhyme in splits(letters)
    )


def without_tone(word: str) -> tuple[str, str]:
    """`word` (NFC) without the mark of its tone, and the tone's Telex key: "giấy" → "giây", "s"."""
    decomposed = unicodedata.normalize("NFD", word)
    tone = next((key for key, mark in TONES.items() if mark in decomposed), "")
    return unicodedata.normalize("NFC", decomposed.replace(TONES.get(tone, " "), "", 1)), tone


# Syllables as they are typed without diacritics.
BARE = frozenset(
    strip_diacritics(onset + rhyme)
    for onset in ("", *_ONSETS)
    for rhyme in RHYMES
    if fits(onset, rhyme)
)
