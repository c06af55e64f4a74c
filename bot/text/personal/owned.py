"""Numbers that their owner's word makes personal, or their form where nothing else looks so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.text.personal.kinds import kind_of
from bot.text.personal.spans import Span
from bot.text.personal.words import BEGIN, digits

_OWNER = r"(?:toi|em|minh|chau|con|be|me|bo|chong|vo|ong|ba|anh|chi)"
# "số của tôi là 92323441", "của em đây 1364 693 35167"; one that begins with 26 may be a case.
_OWNED = re.compile(
    rf"{BEGIN}(?:(?<!ho )so cua {_OWNER}|cua {_OWNER} day)(?: (?:la|day|nay|moi|cu))*[ :=]{{1,3}}"
    rf"((?!26)(?:[a-z]{{1,2}}(?=\d)|[a-z] )?{digits(7, 19)})"
)
_OF_A_CASE = re.compile(r"(?<!\w)(?:ho so|bien nhan|phieu|giay hen|ma)(?: \w+){0,3}[ ,:]{0,2}$")
_LOOK_BACK = 40
_ALONE = r"(?<![\w.,/-]){}(?![\w/]|[.,-]\d)"
_FORMS = (
    # A person's tax code; amounts end in zeros.
    ("tax", re.compile(_ALONE.format(r"8\d{9}(?<!000)"))),
    # An old identity number in two breaths, "0208 và 15396", or with a digit missing; "01072025"
    # is a day.
    ("cccd", re.compile(_ALONE.format(r"0(?=(?:\D*\d){8}(?!\d))\d{2,5} (?:va|duoi|roi) \d{3,6}"))),
    ("cccd", re.compile(_ALONE.format(r"(?!0[1-9](?:0[1-9]|1[0-2])(?:19|20)\d\d)0\d{7}"))),
)


def owned(shadow: str) -> Iterator[Span]:
    """ "số của tôi là 92323441", "8037286020", "0208 và 15396"."""
    for match in _OWNED.finditer(shadow):
        before = shadow[max(0, match.start() - _LOOK_BACK) : match.start()]
        if not _OF_A_CASE.search(before):
            yield Span(*match.span(1), kind_of(match[1]) or "account")
    for kind, pattern in _FORMS:
        for match in pattern.finditer(shadow):
            yield Span(*match.span(), kind)
