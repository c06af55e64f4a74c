"""`python -m bench.redaction`: what goes, what stays, what it takes; prints tables."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable

from rich.console import Console

from bench.redaction.judge import left_over
from bench.redaction.messages import harmless, personal
from bench.tables import show
from bot.text.redact import redact

SEED = 20260701
AIM_SURVIVES = 0.995
SHOWN = 12  # examples


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.redaction", description=__doc__)
    parser.add_argument("--messages", type=int, default=20_000, help="of each of the three sets")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    console = Console(width=130, highlight=False)
    gone = _recall(console, "Personal, plain forms: gone", asked.seed, asked.messages, hard=False)
    _recall(
        console, "Personal, with slips and odd forms: gone", asked.seed, asked.messages, hard=True
    )
    kept = _survive(console, asked.seed, asked.messages)
    _speed(console, asked.seed)
    return 0 if gone == 1.0 and kept >= AIM_SURVIVES else 1


def _recall(console: Console, title: str, seed: int, count: int, *, hard: bool) -> float:
    total: Counter[str] = Counter()
    missed: defaultdict[str, list[str]] = defaultdict(list)
    for message in personal(seed, count, hard=hard):
        total[message.kind] += 1
        redacted = redact(message.text)
        if left_over(message, redacted):
            missed[message.kind].append(f"{message.text!r} → {redacted!r}")
    _table(console, title, total, missed)
    return 1 - _share(missed, count)


def _survive(console: Console, seed: int, count: int) -> float:
    total: Counter[str] = Counter()
    lost: defaultdict[str, list[str]] = defaultdict(list)
    for message in harmless(seed, count):
        total[message.kind] += 1
        redacted = redact(message.text)
        if message.kept not in redacted:
            lost[message.kind].append(f"{message.text!r} → {redacted!r}")
    _table(console, "What must be said: survives", total, lost)
    return 1 - _share(lost, count)


def _table(
    console: Console, title: str, total: Counter[str], wrong: defaultdict[str, list[str]]
) -> None:
    rows = [
        [kind, of, len(wrong[kind]), f"{1 - len(wrong[kind]) / of:.4f}"]
        for kind, of in total.items()
    ]
    all_ = total.total()
    rows.append(["all", all_, sum(map(len, wrong.values())), f"{1 - _share(wrong, all_):.4f}"])
    show(console, title, ["kind", "messages", "wrong", "share right"], rows)
    examples = [kind[:2] for kind in wrong.values()]
    for example in list(_flat(examples))[:SHOWN]:
        console.print(f"  {example}", markup=False)
    console.print()


def _share(wrong: dict[str, list[str]], of: int) -> float:
    return sum(map(len, wrong.values())) / of


def _flat(lists: Iterable[list[str]]) -> Iterable[str]:
    return (item for items in lists for item in items)


def _speed(console: Console, seed: int) -> None:
    texts = [message.text for message in personal(seed, 2000)]
    texts += [message.text for message in harmless(seed, 2000)]
    began = time.perf_counter()
    for text in texts:
        redact(text)
    each = (time.perf_counter() - began) / len(texts)
    console.print(f"One message: {each * 1e6:.0f} µs on average.")


if __name__ == "__main__":
    sys.exit(main())
