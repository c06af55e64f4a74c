"""Recall on the development questions beside the simple methods."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import Console

from bench.tables import show
from bot.retrieval.evaluate import table
from bot.retrieval.opened import open_searcher


def report(console: Console, figures: dict[str, Any], data: Path) -> None:
    """Measure, print and keep in `figures`; says so when there are no questions in `data`."""
    if not (data / "portal_faq_dev.jsonl").is_file():
        figures["recall"] = None
        console.print("Recall: not measured, no development questions here (--data FOLDER).")
        return
    rows = table(open_searcher(), data)
    figures["recall"] = {
        name: {heading.strip(): [cell.at_1, cell.at_5] for heading, cell in cells.items()}
        for name, cells in rows.items()
    }
    headings = [heading.strip() for heading in next(iter(rows.values()))]
    lines = [[name, *cells.values()] for name, cells in rows.items()]
    show(console, "Recall at 1 / at 5", ["method", *headings], lines)
