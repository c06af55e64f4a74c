"""The words of a number, one by one, and the digits they make."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.text.fold import strip_diacritics
from bot.text.number_words import DIGIT_WORDS

PAUSE = "|"
_ENGLISH = "zero one two three four five six seven eight nine"
# One sign per word: a digit, T ten, M tens, H hundred, L "and" (linh), R "times" (hai con tám).
_SIGNS = {
    **DIGIT_WORDS,
    **{"o": "0", "ko": "0", "k": "0", "hông": "0", "hong": "0"},
    **{"mười": "T", "mươi": "M", "muoi": "M", "chục": "M", "chuc": "M"},
    **{"trăm": "H", "tram": "H", "linh": "L", "lẻ": "L", "le": "L", "con": "R"},
    **{word: str(digit) for digit, word in enumerate(_ENGLISH.split())},
}
_EITHER_WAY = {"hai", "ba", "linh", "con", "o"}  # spelt alike with and without diacritics
_PAUSE_WORDS = (
    "ờ ờm ừ ừm ơ à ạ a dạ vâng vang rồi roi tiếp tiep theo thì thi chấm cham phẩy phay gạch gach "
    "cách cach nhé nhe nha đấy day đó là la số so nữa nua ngang và va đuôi duoi"
)
_PAUSES = set(_PAUSE_WORDS.split())


# As they stand in a shadow: where three such words or typed digits follow each other, a number may.
WORDS = sorted({strip_diacritics(word) for word in (*_SIGNS, *_PAUSES)}, key=len, reverse=True)


class Token(NamedTuple):
    """A word or typed digits at `start`; `marked`: spelt with diacritics (None: can't be told)."""

    start: int
    end: int
    sign: str
    typed: bool = False
    marked: bool | None = None
    apart: bool = False  # something other than a space stands before it


def token(text: str, shadow: str, start: int, end: int) -> Token | None:
    """What `text[start:end]` is in a number; None when it is no part of one."""
    apart = (start > 0 and shadow[start - 1 : start] != " ") or shadow[max(0, start - 2)] in ",.;:-"
    if shadow[start:end].isdigit():
        return Token(start, end, shadow[start:end], typed=True, apart=apart)
    word = text[start:end].lower()
    if word in _PAUSES:
        return Token(start, end, PAUSE, apart=apart)
    sign = _SIGNS.get(word)
    if sign is None:
        return None
    marked = None if word in _EITHER_WAY else not word.isascii()
    return Token(start, end, sign, marked=marked, apart=apart)


def readings(run: list[Token]) -> tuple[str, str]:
    """The digits that a run may mean: "chín trăm hai" is 92(0), or 900 and then 2."""
    signs = "".join((PAUSE if t.apart or t.typed else "") + t.sign for t in run)
    signs = re.sub(r"([2-5])R(\d)", lambda m: m[2] * int(m[1]), signs).replace("R", "")
    return _digits(signs), _digits(re.sub(r"H(?=[1-9](?!M))", "H|", signs))


def _digits(signs: str) -> str:
    """ "9HT2" → "912"; where people group loosely the count may be off by one or two."""
    signs = re.sub(r"(\d)H(?=[LTM1-9])", r"\1", signs).replace("H", "00")
    signs = re.sub(r"(\d)M(?=[1-9])", r"\1", signs)
    signs = re.sub(r"(\d)M", r"\g<1>0", signs)
    signs = re.sub(r"[TM](?=[1-9])", "1", signs)
    signs = re.sub(r"[TM]", "10", signs).replace("L", "0")
    return signs.replace(PAUSE, "")
