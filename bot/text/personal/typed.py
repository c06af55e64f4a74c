"""Typed digits that are something by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.text.personal.kinds import kind_of, strict_kind
from bot.text.personal.spans import Span

_RUN = re.compile(r"(?:\(?\+ ?)?\(?\d(?:[ .()-]{0,4}\d){7,}")
# Other signs between the groups; in dates and decrees "/" means something else, so only in the
# groupings of a phone or identity number.
_ODD = re.compile(
    r"(?<![\d/])(?:(?:0[35789]\d{1,2}|02\d{1,2}|\+84)(?:[/,;:*|~=] ?\d{2,7}){1,4}"
    r"|0\d\d(?:[/,;:*|~=] ?\d{3}){3})(?![\d/])"
)
_GAP = re.compile(r"[ .-]+")
_MOST_GROUPS = 19  # a card, digit by digit


def typed(shadow: str, start: int, end: int) -> Iterator[Span]:
    """Phone, identity and card numbers within `shadow[start:end]`."""
    for match in _ODD.finditer(shadow, start, end):
        kind = strict_kind(re.sub(r"\D", "", match[0]))
        if kind:
            yield Span(*match.span(), kind)
    for match in _RUN.finditer(shadow, start, end):
        yield from _within(shadow, *match.span())


def _within(shadow: str, start: int, end: int) -> Iterator[Span]:
    """The whole run, or where several numbers touch, the longest pieces that are something."""
    gaps = [gap.span() for gap in _GAP.finditer(shadow, start, end)]
    begins = [start, *(gap_end for _, gap_end in gaps)]
    ends = [*(gap_start for gap_start, _ in gaps), end]
    at = 0
    while at < len(begins):
        for size in range(min(_MOST_GROUPS, len(begins) - at), 0, -1):
            piece = begins[at], ends[at + size - 1]
            kind = kind_of(shadow[slice(*piece)])
            if kind:
                yield Span(*piece, kind)
                at += size - 1
                break
        at += 1
