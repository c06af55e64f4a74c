"""`python -m bench [--quick]`: prints the tables and writes results/bench.json and bench.txt."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from rich.console import Console

from bench import compare, default_rasa, line, machine, recall, sizes, tables
from bench.compare import Side
from bench.plan import FULL, QUICK, Plan
from bench.servers import NotStarted
from bench.targets import DefaultRasa, Line
from bot.catalogue.store import load_catalogue
from bot.settings import ROOT

RESULTS = ROOT / "results"
Report = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a smoke of about one minute")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/evaluation")
    asked = parser.parse_args()
    RESULTS.mkdir(exist_ok=True)
    # A killed run must end its servers too: with this, it leaves through their `finally`.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    console = Console(record=True, width=110, highlight=False)
    began = time.monotonic()
    report: Report = {"machine": machine.describe(), "quick": asked.quick}
    tables.show(console, "Machine", ["what", ""], [[*item] for item in report["machine"].items()])
    try:
        _sizes(console, report)
        _servers(console, report, QUICK if asked.quick else FULL, train=not asked.quick)
    except NotStarted as error:
        print(f"A server did not start: {error}", file=sys.stderr)
        return 1
    recall.report(console, report, asked.data)
    report["seconds"] = round(time.monotonic() - began)
    console.print(f"Measured in {report['seconds']} s.")
    (RESULTS / "bench.json").write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n")
    console.save_text(str(RESULTS / "bench.txt"))
    return 0


def _sizes(console: Console, report: Report) -> None:
    report["sizes"] = sizes.measure(ROOT)
    rows = [[name, row["mb"], row["packages"] or ""] for name, row in report["sizes"].items()]
    tables.show(console, "Size on disk", ["folder", "MB", "packages"], rows)


def _servers(console: Console, report: Report, plan: Plan, *, train: bool) -> None:
    trained = default_rasa.model(RESULTS)
    if train and not trained.exists():
        console.print("Training Rasa's default pipeline, once for this state of the data …")
        report["default_train_s"] = default_rasa.train(trained)
    with ExitStack() as stack:
        ours = stack.enter_context(line.start(RESULTS))
        sides = [Side(Line(_url(ours.ports["web"])), ours)]
        if trained.exists():
            other = stack.enter_context(default_rasa.start(trained))
            sides.append(Side(DefaultRasa(_url(other.ports["rasa"])), other))
        else:
            console.print("Rasa's default is not trained yet: `make bench` without --quick does.")
        titles = [p.title for p in load_catalogue().procedures.values()]
        loads, busy = compare.measure(sides, plan, titles, console.print)
        memory = {side.name: side.server.memory_mb() for side in sides}
    report["start_s"] = {side.name: side.server.ready for side in sides}
    report["memory_mb"] = memory
    report["busy_before"] = {"highest": max(busy), "all": busy}
    report["turns"] = {" / ".join(map(str, key)): load.row() for key, load in loads.items()}
    report["cpu_ms_per_turn"] = {
        " / ".join(map(str, key)): load.cpu_ms_per_turn() for key, load in loads.items()
    }
    report["ratios"] = tables.ratios(loads, Line.name, DefaultRasa.name)
    rows = [
        [side.name, process, side.server.ready.get(process, ""), mb]
        for side in sides
        for process, mb in memory[side.name].items()
    ]
    columns = ["side", "process", "ready after s", "memory after the load, MB"]
    tables.show(console, "Start and memory", columns, rows)
    console.print(f"Highest share of the cores busy with something else before a load: {max(busy)}")
    tables.speed(console, loads)
    tables.processor(console, loads)
    tables.aims(console, loads, Line.name, report["ratios"])


def _url(port: int) -> str:
    return f"http://127.0.0.1:{port}"


if __name__ == "__main__":
    sys.exit(main())
