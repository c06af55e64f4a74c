"""Our own labelled questions, with the features that the search gives them (data/retrieval).

questions*.jsonl     questions with every code that is a right answer
out_of_scope*.jsonl  questions that no procedure answers
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.retrieval.pipeline import Searcher
from bot.retrieval.query import Query

FILES = ("questions*.jsonl", "out_of_scope*.jsonl")


@dataclass(frozen=True)
class Example:
    """One question of ours.

    Attributes:
        right: rows, none for a question out of scope.
        ask_back: no single procedure is right before something was asked.
        blurted: tells what happened and asks nothing ("thầy em mất sáng nay").
    """

    query: Query
    right: tuple[int, ...]
    ask_back: bool = False
    blurted: bool = False


def read_examples(searcher: Searcher, folder: Path) -> list[Example]:
    """Our questions with their features; those that are settled without a search are left out."""
    files = [path for name in FILES for path in sorted(folder.glob(name))]
    rows = [row for path in files for row in _rows(path)]
    number = {code: at for at, code in enumerate(searcher.index.codes)}
    right = [tuple(number[c] for c in row.get("codes", ()) if c in number) for row in rows]
    texts, nobody = [row["question"] for row in rows], [() for _ in rows]
    aided, unaided = (searcher.unweighed(texts, hidden) for hidden in (nobody, right))
    return [
        Example(query, codes, row.get("ask_back", False), row.get("style") == "blurted")
        for found in (aided, unaided)
        for row, codes, query in zip(rows, right, found, strict=True)
        if query is not None and (found is aided or codes)
    ]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
