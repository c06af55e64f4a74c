"""The figures as plain tables."""

from __future__ import annotations

from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from bench.compare import Loads
from bench.figures import Row

AIMS = {"cold": 1.2, "warm": 2.0}
AIM_P95_MS = 120.0


def show(console: Console, title: str, columns: list[str], rows: list[list[Any]]) -> None:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, title_style="bold")
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left")
    for row in rows:
        table.add_row(*(str(cell) for cell in row))
    console.print(table)


def speed(console: Console, loads: Loads) -> None:
    rows = []
    for (mix, users, side), load in sorted(loads.items()):
        row = Row.of(load)
        times = [row.p50, row.p95, row.p99, row.per_second]
        rows.append([mix, users, side, row.turns, row.failed, *times])
    columns = ["mix", "users", "side", "turns", "failed", "p50 ms", "p95 ms", "p99 ms", "turns/s"]
    show(console, "Turns", columns, rows)


def processor(console: Console, loads: Loads) -> None:
    rows = [
        [mix, users, side, name, ms]
        for (mix, users, side), load in sorted(loads.items())
        for name, ms in sorted(load.cpu_ms_per_turn().items())
        if name != "supervisor"
    ]
    columns = ["mix", "users", "side", "process", "ms per turn"]
    show(console, "Processor time: where a turn's work is done", columns, rows)


def ratios(loads: Loads, line: str, default: str) -> dict[str, dict[str, float]]:
    """Turns per second of the line divided by the default's: mix → users → ratio."""
    table: dict[str, dict[str, float]] = {}
    for (mix, users, side), load in sorted(loads.items()):
        other = loads.get((mix, users, default))
        if side == line and other and other.per_second:
            table.setdefault(mix, {})[str(users)] = round(load.per_second / other.per_second, 2)
    return table


def aims(console: Console, loads: Loads, line: str, found: dict[str, dict[str, float]]) -> None:
    rows: list[list[Any]] = []
    for mix, by_users in found.items():
        for users, ratio in by_users.items():
            rows.append([f"{mix}, {users} users: turns/s ÷ default's", ratio, f"≥ {AIMS[mix]}"])
    for mix in AIMS:
        if (mix, 1, line) in loads:
            p95 = Row.of(loads[mix, 1, line]).p95
            rows.append([f"{mix}, 1 user: p95, ms", p95, f"< {AIM_P95_MS:.0f}"])
    show(console, "Aims", ["figure", "measured", "aim"], rows)
