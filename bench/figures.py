"""What is made of the times of many turns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Load:
    """Turns of one load: `ms` of each answered turn, `failed` turns, wall seconds of it all."""

    ms: tuple[float, ...]
    failed: int
    seconds: float

    def __add__(self, other: Load) -> Load:
        return Load(self.ms + other.ms, self.failed + other.failed, self.seconds + other.seconds)

    @property
    def per_second(self) -> float:
        return len(self.ms) / self.seconds if self.seconds else 0.0

    def row(self) -> dict[str, float]:
        return asdict(Row.of(self))


@dataclass(frozen=True)
class Row:
    turns: int
    failed: int
    p50: float
    p95: float
    p99: float
    per_second: float

    @classmethod
    def of(cls, load: Load) -> Row:
        p50, p95, p99 = (round(percentile(load.ms, share), 1) for share in (0.50, 0.95, 0.99))
        return cls(len(load.ms), load.failed, p50, p95, p99, round(load.per_second, 1))


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (0 to 1) of the values don't exceed; nan if none."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
