"""`motcua search` and `motcua evaluate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bot.batches import read_batch
from bot.retrieval import evaluate as measures
from bot.retrieval import switching  # noqa: F401 - an imported catalogue comes with its index
from bot.retrieval.errors import RetrievalError
from bot.retrieval.opened import open_searcher
from bot.retrieval.pipeline import Searcher
from bot.retrieval.query import Result

BATCH = 256  # lines that are encoded together


def search(
    text: Annotated[str | None, typer.Argument(help="a question, a title or a code")] = None,
    top: Annotated[int, typer.Option(min=1, max=100, help="how many codes to print")] = 5,
    explain: Annotated[bool, typer.Option(help="what each step gave to the score")] = False,
    batch: Annotated[
        Path | None, typer.Option(help="file of {id, question} lines; - is standard input")
    ] = None,
) -> None:
    """Find the procedures that a question is about; one JSON line per question."""
    if (text is None) == (batch is None):
        raise typer.BadParameter("give either a text or --batch FILE")
    searcher = _open()
    if batch:
        _search_batch(searcher, batch, top, explain)
    elif text is not None:
        _print(_line(None, searcher.search(text, top=top), explain))


def evaluate(
    data: Annotated[Path, typer.Option(help="folder of labelled questions")] = Path(
        "../shared/evaluation"
    ),
) -> None:
    """Print recall at 1 and 5 beside simple methods, and how often each decision is right."""
    searcher = _open()
    if not (data / "portal_faq_dev.jsonl").is_file():
        raise typer.BadParameter(f"{data} holds no portal_faq_dev.jsonl")
    console = Console()
    rows = measures.table(searcher, data)
    shown = Table("recall at 1 / at 5", *next(iter(rows.values())))
    for name, cells in rows.items():
        shown.add_row(name, *(str(cell) for cell in cells.values()))
    console.print(shown)
    questions = measures.read_questions(data / "colloquial_dev.jsonl")
    results = searcher.search_many([question.text for question in questions])
    for key, count in measures.decisions(results, questions).items():
        console.print(f"{count:4}  {key}")


def _open() -> Searcher:
    try:
        return open_searcher()
    except RetrievalError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


def _search_batch(searcher: Searcher, path: Path, top: int, explain: bool) -> None:
    rows = read_batch(
        path, lambda row: isinstance(row.get("question"), str), '{"id": …, "question": "…"}'
    )
    for start in range(0, len(rows), BATCH):
        part = rows[start : start + BATCH]
        results = searcher.search_many([row["question"] for row in part], top=top)
        for row, result in zip(part, results, strict=True):
            _print(_line(row.get("id"), result, explain))


def _line(identity: Any, result: Result, explain: bool) -> dict[str, Any]:
    line: dict[str, Any] = {} if identity is None else {"id": identity}
    line |= {
        "decision": result.decision,
        "codes": result.codes,
        "scores": result.scores,
        "choices": result.choices,
        "ms": result.ms,
    }
    if explain:
        trace = result.trace
        line["explain"] = {
            "matched_by": result.matched_by,
            "restored": trace.restored,
            "words": trace.words,
            "meanings": list(trace.meanings),
            "figures": {name: round(value, 3) for name, value in trace.figures.items()},
            "parts": trace.parts,
            "ms": {name: round(ms, 2) for name, ms in trace.ms.items()},
        }
    return line


def _print(line: dict[str, Any]) -> None:
    print(json.dumps(line, ensure_ascii=False))
