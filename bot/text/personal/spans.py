"""Places in a text, and what was found there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]` is a number of this `kind`: "phone", "cccd", … or "" for what survives."""

    start: int
    end: int
    kind: str = ""


def touches(span: Span, others: Iterable[Span]) -> bool:
    """Whether `span` has a sign in common with one of `others`."""
    return any(span.start < other.end and other.start < span.end for other in others)


def between(spans: Iterable[Span], length: int) -> Iterator[tuple[int, int]]:
    """The stretches of a text of that length which no span covers, in order."""
    at = 0
    for span in sorted(spans):
        if span.start > at:
            yield at, span.start
        at = max(at, span.end)
    if at < length:
        yield at, length
