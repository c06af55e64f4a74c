"""The text as the finders read it: plain small letters and digits, each at its own place."""

from __future__ import annotations

import re
import unicodedata

# Emoji digits ("1️⃣") are a digit with two marks, which stand here as spaces.
_BLANK = {"Zs", "Cf", "Mn", "Me"}


class _Signs(dict[int, str]):
    """Code point → one sign; each is worked out once."""

    def __missing__(self, point: int) -> str:
        self[point] = sign = _sign(chr(point))
        return sign


def _sign(char: str) -> str:
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(char)
    if category in _BLANK or char == "\t":
        return " "
    if category == "Pd" or char == "_":
        return "-"
    if char in "đĐ":
        return "d"
    return unicodedata.normalize("NFKD", char)[0].lower()[0]


_SIGNS = _Signs()
# "o912 345 678", "OO1O99…", "09l2…": O, l and I that touch digits, not beside other letters.
_MIXED = r"(?:\d|(?<=[\do])o|o(?=[ .-]?[\do])|(?<=\d)[li]|[li](?=\d)|(?<=l)l)"
_WITH_LETTERS = re.compile(rf"(?<![^\W\d_]){_MIXED}(?:[ .-]?{_MIXED}){{7,}}(?![^\W\d_])")
_FEWEST_DIGITS = 4
_MEANT = str.maketrans("oOlI", "0011")


def shadow(text: str) -> str:
    """`text` (NFC) without diacritics, in small letters; as long as `text`, sign for sign.

    Any script's digits are 0-9, any blank or invisible sign a space, any dash and "_" a hyphen,
    and an O that stands among digits is 0, an l or I is 1.
    """
    plain = text.translate(_SIGNS)
    for match in _WITH_LETTERS.finditer(plain):
        start, end = match.span()
        if sum(sign.isdigit() for sign in match[0]) >= _FEWEST_DIGITS:
            meant = text[start:end].translate(_MEANT).translate(_SIGNS)
            plain = plain[:start] + meant + plain[end:]
    return plain
