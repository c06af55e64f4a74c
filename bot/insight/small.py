"""Small groups are not told: neither by themselves, nor as what is missing from a total."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

FEWEST = 5  # conversations that a group which is told has at least
OTHERS = "Các nhóm còn lại"


@dataclass(frozen=True)
class Bucket:
    """A group before it is known whether it may be told."""

    label: str
    count: int
    people: int
    code: int = 0


def hidden(buckets: Sequence[Bucket]) -> set[int]:
    """Positions of the groups that must not be told; empty groups may be.

    A single hidden group would be the total less the others: then the next smallest is hidden too,
    and so on until those that are hidden together have FEWEST people and are two at least.
    """
    filled = [n for n, bucket in enumerate(buckets) if bucket.people]
    by_size = sorted(filled, key=lambda n: (buckets[n].people, buckets[n].count))
    away = [n for n in by_size if buckets[n].people < FEWEST]
    for n in by_size[len(away) :]:
        if not away or (len(away) > 1 and sum(buckets[m].people for m in away) >= FEWEST):
            break
        away.append(n)
    return set(away)


def top(
    buckets: Sequence[Bucket], most: int, together: Callable[[Sequence[Bucket]], int]
) -> list[Bucket]:
    """The `most` largest groups that may be told, and all others as one.

    Args:
        together: how many different people are in these groups.
    """
    ordered = sorted(buckets, key=lambda one: (-one.count, one.label))
    told = [one for one in ordered if one.people >= FEWEST][:most]
    while told:
        rest = _without(ordered, told)
        if not rest or (len(rest) > 1 and together(rest) >= FEWEST):
            break
        told.pop()
    rest = _without(ordered, told)
    people = together(rest) if rest else 0
    if people >= FEWEST:
        told.append(Bucket(OTHERS, sum(one.count for one in rest), people))
    return told


def _without(ordered: Sequence[Bucket], told: Sequence[Bucket]) -> list[Bucket]:
    shown = {one.code for one in told}
    return [one for one in ordered if one.code not in shown]
