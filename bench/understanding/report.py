"""The table: each figure beside its aim and beside what simple methods reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from rich.console import Console

from bench.tables import show
from bench.understanding.methods import OURS


@dataclass(frozen=True)
class Figure:
    """One line: what `motcua` reaches, what it must reach, what others do; None: not measured.

    `aim` is at least that much, or at most where `at_most`.
    """

    name: str
    value: float | None
    aim: float | None = None
    at_most: bool = False
    others: Mapping[str, float | None] = field(default_factory=dict)
    unit: str = "share"  # or points, times, ms

    @property
    def reached(self) -> bool | None:
        if self.value is None or self.aim is None:
            return None
        return self.value <= self.aim if self.at_most else self.value >= self.aim


def shown(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    if unit == "share":
        return f"{value:.3f}".removeprefix("0")
    return f"{value:.1f}" if unit in ("points", "ms") else f"{value:.2f}"


def print_figures(console: Console, title: str, figures: list[Figure]) -> None:
    """One table; columns of other methods only where there are any."""
    names = list(dict.fromkeys(name for figure in figures for name in figure.others))
    rows = []
    for figure in figures:
        aim = "" if figure.aim is None else f"{'≤' if figure.at_most else '≥'} "
        aim += "" if figure.aim is None else shown(figure.aim, figure.unit)
        verdict = {None: "", True: "yes", False: "NO"}[figure.reached]
        others = [shown(figure.others.get(name), figure.unit) for name in names]
        rows.append([figure.name, shown(figure.value, figure.unit), aim, verdict, *others])
    show(console, title, ["", OURS, "aim", "reached", *names], rows)


def as_json(sections: Mapping[str, list[Figure]]) -> dict[str, Any]:
    """The same for results/understanding.json, with whether each aim was reached."""
    return {
        title: [asdict(figure) | {"reached": figure.reached} for figure in figures]
        for title, figures in sections.items()
    }
