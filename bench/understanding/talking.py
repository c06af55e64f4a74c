"""Messages that nothing was learned from, said to the running assistant: is the right one named?

`make run` in one terminal, `make bench-talking` in another. Each message is a conversation of its
own. Where `make bench-understanding` asks the search alone, this hears the classifier and the
dialogue too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console

from bench.understanding.questions import own, own_out_of_scope
from bench.understanding.report import Figure, print_figures
from bot.retrieval.evaluate import Question
from bot.settings import settings
from bot.web.talking import Caller, NoAnswer

LIMIT_S = 30.0


def main() -> int:
    folder = settings().data_dir / "retrieval" / "unseen"
    url = f"http://{settings().web_host}:{settings().web_port}"
    try:
        with httpx.Client(base_url=url, timeout=LIMIT_S) as client:
            print_figures(Console(), f"Said to {url}", measure(client, folder))
    except NoAnswer as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def measure(client: httpx.Client, folder: Path) -> list[Figure]:
    outside = own_out_of_scope(folder)
    named = sum(bool(told(client, text)) for text in outside)
    return [
        *_found(client, "everyday", own(folder)),
        *_found(client, "life events", own(folder, blurted=True)),
        Figure(f"out of scope ({len(outside)}), no procedure named", 1 - named / len(outside)),
    ]


def _found(client: httpx.Client, name: str, asked: Sequence[Question]) -> list[Figure]:
    codes = [told(client, question.text) for question in asked]
    right = [bool(q.accept & set(found)) for q, found in zip(asked, codes, strict=True)]
    alone = [
        q.accept & set(found) for q, found in zip(asked, codes, strict=True) if len(found) == 1
    ]
    return [
        Figure(f"{name} ({len(asked)}), right one told or offered", sum(right) / len(asked)),
        Figure(f"{name}, none named", sum(not found for found in codes) / len(asked)),
        Figure(f"{name}, right where one is told", sum(map(bool, alone)) / max(1, len(alone))),
    ]


def told(client: httpx.Client, text: str) -> list[str]:
    """Codes of the procedures that the answer tells or offers, each once."""
    messages, _ = Caller(client).say(text)
    return list(dict.fromkeys(code for m in messages for code in _codes(m.get("payload") or {})))


def _codes(payload: dict[str, Any]) -> Iterator[str]:
    if payload.get("type") in ("procedure", "guide"):
        yield payload["code"]
    for choice in payload.get("choices", ()):
        yield from choice.get("codes") or [choice["code"]]


if __name__ == "__main__":
    sys.exit(main())
