"""`python -m bench.insight`: a made-up quarter, its report, and the time of each page."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from rich.console import Console

from bench import machine
from bench.figures import percentile
from bench.insight import asking
from bench.insight.quarter import SEED, fill
from bench.insight.totals import Totals, last_quarter
from bench.tables import show
from bot.cases.demo import made_up
from bot.cases.service import open_cases
from bot.catalogue.store import load_catalogue
from bot.clock import today
from bot.insight.period import Period
from bot.insight.report import Insight
from bot.settings import Settings
from bot.store import migrate
from tests.postgresql import ADDRESS, own_schema

AIM_MS = 1000.0
CASES = 20_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.insight", description=__doc__)
    parser.add_argument("--asks", type=int, default=40, help="of each page")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    console = Console(width=120, highlight=False)
    show(console, "Machine", ["what", ""], [[*item] for item in machine.describe().items()])
    with tempfile.TemporaryDirectory() as folder:
        worst = _database(console, "SQLite", Settings(var_dir=Path(folder), database_url=""), asked)
    if ADDRESS:
        with own_schema() as url, tempfile.TemporaryDirectory() as folder:
            settings = Settings(var_dir=Path(folder), database_url=url)
            worst = max(worst, _database(console, "PostgreSQL", settings, asked))
    else:
        console.print("PostgreSQL was not measured: MOTCUA_TEST_DATABASE_URL names none.")
    return 0 if worst < AIM_MS else 1


def _database(console: Console, name: str, settings: Settings, asked: argparse.Namespace) -> float:
    """The tables of one database; the highest p95 of a page, in ms."""
    days = last_quarter(today())
    _built(console, name, settings, asked.seed)
    rows, worst = [], 0.0
    with asking.served(settings) as client:
        cold = asking.times(client, "/staff/figures?{}", asking.periods(days, 1, 0))[0]
        pages = asking.pages(asking.unit_of(client))
        with asking.probed(client.base_url) as others:
            machine.wait_until_quiet()
        quiet = percentile(others, 0.95)
        with asking.probed(client.base_url) as others:
            for page, address in pages.items():
                seen = asking.times(client, address, asking.periods(days, asked.asks, asked.seed))
                shares = [percentile(seen, share) for share in (0.5, 0.95, 1.0)]
                worst = max(worst, shares[1])
                rows.append([page, len(seen), *(f"{ms:.0f}" for ms in shares)])
    show(console, f"{name}: pages", ["", "asked", "p50 ms", "p95 ms", "longest ms"], rows)
    waits = [
        ["first page after the start, ms", f"{cold:.0f}"],
        ["others' p95 with nobody on the dashboard, ms", f"{quiet:.0f}"],
        ["others' p95 meanwhile, ms", f"{percentile(others, 0.95):.0f}"],
        ["others' longest meanwhile, ms", f"{max(others):.0f}"],
    ]
    show(console, f"{name}: who else waits", ["", ""], waits)
    return worst


def _built(console: Console, name: str, settings: Settings, seed: int) -> None:
    """Fill the database, and show that the report tells what was put in."""
    migrate(settings.database)
    days, totals = last_quarter(today()), Totals()
    procedures = load_catalogue().procedures
    cases = open_cases(settings)
    try:
        began = time.monotonic()
        fill(cases.store, totals, days, seed)
        seconds = time.monotonic() - began
        cases.registry.put(made_up(list(procedures.values()), CASES, seed, today()))
        insight = Insight(cases.store, lambda: procedures, settings.turn_log_days)
        began = time.monotonic()
        told = insight.report(Period(days.first, days.last), today())
        cold = time.monotonic() - began
    finally:
        cases.close()
    values = {figure.of.key: figure.value for group in told.groups for figure in group.figures}
    rows: list[list[Any]] = [
        ["users", values["users"], totals.users],
        ["questions", values["questions"], totals.questions],
        ["calls", values["calls"], totals.calls],
        ["hours", round(values["call_hours"] or 0, 6), totals.hours],
    ]
    show(
        console, f"{name}: the report of {days.first} to {days.last}", ["", "told", "put in"], rows
    )
    if any(value != put for _, value, put in rows):
        raise SystemExit("the report does not tell what was put in")
    console.print(f"filled in {seconds:.0f} s, first report {cold:.1f} s, {CASES} cases beside it")


if __name__ == "__main__":
    sys.exit(main())
