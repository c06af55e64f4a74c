"""`python -m bench.cases`: a million cases, and a sharing axis that is unwell; prints tables."""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import psutil
import structlog
from rich.console import Console

from bench import machine
from bench.cases import locking, looking
from bench.cases.population import Population
from bench.cases.sizes import megabytes
from bench.cases.storm import AT_ONCE, storm
from bench.cases.unwell import WAYS
from bench.figures import percentile
from bench.tables import show
from bot.cases.proofs import Proofs
from bot.cases.service import open_cases
from bot.keyed import Keyed, load_key
from bot.settings import Settings
from bot.store import migrate
from tests.postgresql import ADDRESS, own_schema

SEED = 20260701
AIM_MS, AIM_S = 10.0, 3.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.cases", description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--asks", type=int, default=5000, help="of each kind in the gateway")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    console = Console(width=120, highlight=False)
    show(console, "Machine", ["what", ""], [[*item] for item in machine.describe().items()])
    people = Population(asked.cases, asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        worst = _registry(console, "SQLite", Settings(var_dir=Path(folder)), people, asked.asks)
    if ADDRESS:
        with own_schema() as url, tempfile.TemporaryDirectory() as folder:
            settings = Settings(var_dir=Path(folder), database_url=url)
            there = _registry(console, "PostgreSQL", settings, people, asked.asks)
        worst = max(worst, there)
    else:
        console.print("PostgreSQL was not measured: MOTCUA_TEST_DATABASE_URL names none.")
    slowest = _unwell(console)
    return 0 if worst < AIM_MS and slowest < AIM_S else 1


def _registry(
    console: Console, name: str, settings: Settings, people: Population, asks: int
) -> float:
    """The tables of one database; the highest p95 in the gateway, in ms."""
    migrate(settings.database)
    proofs = Proofs(Keyed(load_key(settings.secret_key, settings.var_dir)))
    with closing(open_cases(settings)) as cases:
        before = _memory_mb()
        began = time.monotonic()
        cases.registry.put(people.entries())
        seconds = time.monotonic() - began
        built: list[list[str | float]] = [
            ["built in, s", f"{seconds:.0f}"],
            ["database, MB", f"{megabytes(cases.store.engine):.0f}"],
            ["memory of the process before and after, MB", f"{before:.0f}, {_memory_mb():.0f}"],
        ]
        built.append(["cores busy with something else then", machine.wait_until_quiet()])
        gateway = looking.gateway(cases, proofs, people, asks)
        scans = looking.scans(cases, proofs, people)
        desk = looking.desk(cases, people, asks // 5)
    show(console, f"{name}: {people.count:,} cases", ["what", ""], built)
    _times(console, f"{name}: in the gateway", gateway | scans)
    _times(console, f"{name}: at the desk, with lock-out and audit record", desk)
    tried = [
        ["at one code", *locking.let_through(settings, one_code=True), 5],
        ["by one caller", *locking.let_through(settings, one_code=False), 10],
    ]
    columns = [f"{locking.GUESSES} guesses each", "looked at in one", "in the other", "limit"]
    show(console, f"{name}: two processes, one lock-out", columns, tried)
    return max(percentile(times, 0.95) for times in gateway.values())


def _times(console: Console, title: str, measured: Mapping[str, looking.Times]) -> None:
    columns = ["", "look-ups", "p50 ms", "p95 ms", "p99 ms", "longest ms"]
    shares = (0.50, 0.95, 0.99, 1.0)
    rows = [
        [name, len(times), *(f"{percentile(times, share):.2f}" for share in shares)]
        for name, times in measured.items()
    ]
    show(console, title, columns, rows)


def _unwell(console: Console) -> float:
    """The table; the longest look-up in s."""
    rows = []
    slowest = 0.0
    for name, server in WAYS.items():
        seen = storm(server())
        slowest = max(slowest, *seen.slowest)
        rows.append(
            [
                name,
                *(f"{seconds:.2f}" for seconds in seen.slowest),
                ", ".join(f"{count} {kind}" for kind, count in seen.said.items()),
                f"{max(seen.others, default=0.0) * 1000:.0f}",
                seen.threads_left,
            ]
        )
    columns = ["", "longest s", "next time", "said", "our own cases, ms", "threads left"]
    show(console, f"The axis unwell: {AT_ONCE} look-ups at once, twice", columns, rows)
    return slowest


def _memory_mb() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


if __name__ == "__main__":
    sys.exit(main())
