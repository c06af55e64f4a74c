"""Turns counted by group, with how many conversations stand behind each group."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.insight.columns import NONE, Codes, Turns
from bot.insight.model import Row
from bot.insight.small import OTHERS, Bucket, hidden, top

_FLAGS = 20_000_000  # bytes; below it, marking each pair is faster than sorting the pairs


def buckets(turns: Turns, codes: Codes, label: Callable[[int], str]) -> list[Bucket]:
    """One for each code but NONE; `codes` has one entry per turn."""
    there = codes != NONE
    asked, who = codes[there], turns.who[there]
    counts = np.bincount(asked)
    found = np.flatnonzero(counts)
    people = _people(asked, who, len(counts), turns.people)
    counts, people = counts[found], people[found]
    rows = zip(found.tolist(), counts.tolist(), people.tolist(), strict=True)
    return [Bucket(label(code), count, who, code) for code, count, who in rows]


def _people(codes: Codes, who: Codes, most: int, people: int) -> NDArray[np.int64]:
    """Of each code below `most` how many different `who` it has."""
    pairs = codes.astype(np.int64) * people + who
    if most * people <= _FLAGS:
        flags = np.zeros(most * people, np.bool_)
        flags[pairs] = True
        return np.asarray(flags.reshape(most, people).sum(axis=1))
    pairs.sort()  # numpy's own unique is several times slower
    return np.bincount(pairs[np.diff(pairs, prepend=-1) != 0] // people, minlength=most)


def in_order(found: Sequence[Bucket], order: Sequence[tuple[int, str]]) -> tuple[Row, ...]:
    """One row (turns, conversations) for each code in `order`; small groups without values."""
    by_code = {one.code: one for one in found}
    all_ = [by_code.get(code, Bucket(label, 0, 0, code)) for code, label in order]
    away = hidden(all_)
    return tuple(
        Row(label, (None, None) if n in away else (float(one.count), float(one.people)))
        for n, (one, (_, label)) in enumerate(zip(all_, order, strict=True))
    )


def largest(turns: Turns, codes: Codes, label: Callable[[str], str], most: int) -> tuple[Row, ...]:
    """The largest groups that may be told, then the others together: (turns, conversations).

    Args:
        codes: of words of the log, which `label` makes readable.
    """

    def together(some: Sequence[Bucket]) -> int:
        return turns.count_people(np.isin(codes, [one.code for one in some]))

    found = buckets(turns, codes, lambda code: turns.words.name(code) or "")
    return tuple(
        Row(
            one.label if one.label == OTHERS else label(one.label),
            (float(one.count), float(one.people)),
        )
        for one in top(found, most, together)
    )
