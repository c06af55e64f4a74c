"""`python -m bench.understanding`: prints the table and writes results/understanding.{json,txt}."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console

from bench import machine
from bench.tables import show
from bench.understanding import deciding, finding, growth, speed
from bench.understanding.methods import Methods
from bench.understanding.questions import development, own, sample
from bench.understanding.report import Figure, as_json, print_figures
from bot.retrieval.opened import open_searcher
from bot.settings import ROOT, settings

RESULTS = ROOT / "results"
TIMED = 200  # questions


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.understanding", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/evaluation")
    asked = parser.parse_args()
    try:
        half = development(asked.data)
    except FileNotFoundError as error:
        print(f"Nothing measured: no development questions ({error.filename}).", file=sys.stderr)
        return 2
    RESULTS.mkdir(exist_ok=True)
    console = Console(record=True, width=130, highlight=False)
    began = time.monotonic()
    described = machine.describe()
    show(console, "Machine", ["what", ""], [[*item] for item in described.items()])
    searcher = open_searcher()
    ours = settings().data_dir / "retrieval"
    methods = Methods(searcher, RESULTS)
    texts = [question.text for question in sample(own(ours), TIMED)]
    sections: dict[str, list[Figure]] = {}
    measures: dict[str, Callable[[], list[Figure]]] = {
        "The right procedure first, or among the first five": lambda: finding.recalls(
            methods, half
        ),
        "Points of recall at 5 lost": lambda: finding.losses(methods, half),
        "Decisions on the development half": lambda: deciding.decisions(searcher, half),
        "Out of scope": lambda: deciding.scope(searcher, ours),
        "Never learned from": lambda: deciding.unseen(searcher, ours / "unseen"),
        "Time of a search": lambda: speed.speed(searcher.index, texts),
        "Among 50,000 procedures": lambda: growth.growth(searcher.index, texts),
    }
    for title, measure in measures.items():
        sections[title] = measure()
        print_figures(console, title, sections[title])
        _write({"machine": described, "index": searcher.index.version, **as_json(sections)})
    for name, reason in methods.missing.items():
        console.print(f"{name}: not measured ({reason}).")
    console.print(f"Measured in {time.monotonic() - began:.0f} s.")
    console.save_text(str(RESULTS / "understanding.txt"))
    return 0


def _write(report: dict[str, Any]) -> None:
    """After each table: what was measured stays when a later part fails."""
    text = json.dumps(report, ensure_ascii=False, indent=1)
    (RESULTS / "understanding.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
