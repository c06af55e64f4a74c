"""What is made of the times of many turns."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Load:
    """Turns of one load: `ms` of each answered turn, `failed` turns, wall seconds of it all.

    `cpu_s` holds the processor seconds that each of the server's processes took for it.
    """

    ms: tuple[float, ...]
    failed: int
    seconds: float
    cpu_s: Mapping[str, float] = field(default_factory=dict)

    def __add__(self, other: Load) -> Load:
        cpu = {
            name: self.cpu_s.get(name, 0.0) + other.cpu_s.get(name, 0.0)
            for name in {**self.cpu_s, **other.cpu_s}
        }
        both = (self.failed + other.failed, self.seconds + other.seconds)
        return Load(self.ms + other.ms, *both, cpu)

    def cpu_ms_per_turn(self) -> dict[str, float]:
        turns = len(self.ms) + self.failed
        return {name: round(s * 1000 / turns, 1) for name, s in self.cpu_s.items()} if turns else {}

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
