"""What a search costs, in multiples of the one call of the encoder that it cannot do without."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from bench.figures import percentile
from bench.machine import wait_until_quiet
from bench.understanding.report import Figure
from bot.retrieval.encoder import load_encoder
from bot.retrieval.index import Index
from bot.retrieval.learned import load_learned
from bot.retrieval.pipeline import Searcher
from bot.retrieval.synonyms import load_synonyms

TIMES, KNOWN_MS = 2.0, 5.0
WARM_UP = 10
TITLES = 20  # one title in so many is searched for


def milliseconds(call: Callable[[str], object], text: str) -> float:
    began = time.perf_counter()
    call(text)
    return (time.perf_counter() - began) * 1000


def fresh(index: Index) -> Searcher:
    """A searcher that no question was put to yet: no vector is known to its encoder."""
    return Searcher(index, load_encoder(), load_synonyms(), load_learned())


def speed(index: Index, texts: Sequence[str]) -> list[Figure]:
    """Each of `texts` once through the encoder alone, once searched.

    Both are timed in turns, so that what else the machine does hits them alike.
    """
    searcher, plain = fresh(index), load_encoder()
    busy = wait_until_quiet()
    encoded, searched = [], []
    for text in texts:
        encoded.append(milliseconds(lambda one: plain.queries([one]), text))
        searched.append(milliseconds(searcher.search, text))
    again = [milliseconds(searcher.search, text) for text in texts]
    titles = [p.title for p in searcher.catalogue.procedures.values()][::TITLES]
    exact = [milliseconds(searcher.search, text) for text in titles]
    times = {"encoder": encoded, "search": searched, "again": again, "exact": exact}
    p50, p95 = (
        {name: percentile(values[WARM_UP:], share) for name, values in times.items()}
        for share in (0.5, 0.95)
    )
    return [
        Figure("cores busy with something else before", busy),
        Figure("one encoder call, p50", p50["encoder"], unit="ms"),
        Figure("one encoder call, p95", p95["encoder"], unit="ms"),
        Figure("one search, p50", p50["search"], unit="ms"),
        Figure("one search, p95", p95["search"], unit="ms"),
        _at_most("one search ÷ encoder call, p95", p95["search"] / p95["encoder"], TIMES, "times"),
        Figure("the same question again, p50", p50["again"], unit="ms"),
        _at_most("the same question again, p95", p95["again"], KNOWN_MS, "ms"),
        _at_most("a whole title, p95", p95["exact"], KNOWN_MS, "ms"),
    ]


def _at_most(name: str, value: float, aim: float, unit: str) -> Figure:
    return Figure(name, value, aim, at_most=True, unit=unit)
