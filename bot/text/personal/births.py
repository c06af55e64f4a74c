"""Dates of birth: beside a word of birth, or right behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.text.number_words import DIGIT_WORDS
from bot.text.personal.names import ends_with_name
from bot.text.personal.spans import Span
from bot.text.personal.words import BEGIN, FILLERS

_LOOSE = r"\d{1,2}[ ./-]{1,3}\d{1,2}[ ./-]{1,3}(?:(?:19|20)\d{2}|\d{2})(?!\d)"
_FULL = r"\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?(?:(?:19|20)\d{2}|\d{2})(?!\d)"
_SPELT = r"(?:ngay |mung |mong )?\d{1,2} thang \d{1,2}(?:,? nam)? (?:(?:19|20)\d{2}|\d{2})(?!\d)"
_SOLID = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}(?!\d)"
_ISO = r"(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}(?!\d)"
_MONTH = r"(?:thang )?\d{1,2}(?:[./-]| nam )(?:19|20)\d{2}(?!\d)"
_SIGN = "|".join(sorted({*DIGIT_WORDS, "muoi", "mươi", "mười", "tram", "nghin"}, key=len)[::-1])
_SAID = rf"(?:(?:ngay|mung|mong|thang|nam|{_SIGN})(?!\w)[ ,]{{0,2}}){{4,18}}"
_YEAR = r"(?:19|20)\d{2}(?![\d/]|[.-]\d)"
_DATE = rf"{_SPELT}|{_ISO}|{_LOOSE}|{_MONTH}|{_SOLID}|{_YEAR}|{_SAID}"

_BORN = re.compile(
    rf"{BEGIN}(?:ngay,? ?(?:thang,? ?)?(?:nam )?sinh|(?:nam )?sinh|ntns|dob|d\.o\.b|ns|sn|born"
    rf"|birthday|date of birth)(?: (?:con|be|em be|ngay|nam|on|in)(?!\w))*?{FILLERS}"
    rf"(?:(?:ngay|nam|thang) )?({_DATE})"
)
# "sn 80", "sinh năm 80"; not "sinh 12 tuần".
_SHORT_YEAR = re.compile(
    r"(?:(?<![\w\[])sn|(?<!\w)sinh nam)[ :]{1,2}(\d{2})(?![\w%/]|[.,-]\d| (?:tuoi|tuan|thang))"
)
# "khai sinh ngày …" is when something was done, "học sinh năm …" a year.
_NOT_BIRTH = re.compile(
    r"(?<!\w)(?:khai|chung|tuyen|hoc|ve|phat|thi|ho|ky|tai|hy|duong|an|dan|giao|moi|bao|song|dong)"
    r" sinh"
)
_BEHIND = re.compile(rf"({_FULL}|{_ISO})")


def births(text: str, shadow: str) -> Iterator[Span]:
    """ "sinh ngày 12/3/1980", "sn 1980", "Nguyễn Văn A, 12-03-1980": the date, not the words."""
    seen = _NOT_BIRTH.sub(lambda m: "#" * len(m[0]), shadow)
    for pattern in (_BORN, _SHORT_YEAR):
        for match in pattern.finditer(seen):
            end = match.start(1) + len(match[1].rstrip(" ,"))
            yield Span(match.start(1), end, "birth")
    for match in _BEHIND.finditer(shadow):
        if ends_with_name(text[: match.start()]):
            yield Span(*match.span(), "birth")
