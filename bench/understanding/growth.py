"""The search over a catalogue of 50,000: the real procedures and made-up siblings of them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from bench.figures import percentile
from bench.machine import wait_until_quiet
from bench.understanding.report import Figure
from bench.understanding.siblings import beside, sibling
from bench.understanding.speed import WARM_UP, fresh, milliseconds
from bot.catalogue.store import Catalogue
from bot.retrieval.current import index_root
from bot.retrieval.encoder import Vectors
from bot.retrieval.index import Index, load_index, write_index
from bot.retrieval.lexical import Lexical
from bot.settings import settings

SIZE = 50_000
TIMES = 1.5


def growth(index: Index, texts: Sequence[str]) -> list[Figure]:
    """p95 of a search beside the real catalogue's, timed in turns on the same new texts."""
    with tempfile.TemporaryDirectory(prefix="motcua-grown-") as folder, _var(Path(folder)):
        few, many = fresh(index), fresh(grown(index))
        busy = wait_until_quiet()
        times: dict[str, list[float]] = {"few": [], "many": []}
        for text in texts:
            times["few"].append(milliseconds(few.search, text))
            times["many"].append(milliseconds(many.search, text))
    p95 = {name: percentile(values[WARM_UP:], 0.95) for name, values in times.items()}
    ratio = p95["many"] / p95["few"]
    return [
        Figure("cores busy with something else before", busy),
        Figure(f"one search among {len(few.index.codes):,}, p95", p95["few"], unit="ms"),
        Figure(f"one search among {len(many.index.codes):,}, p95", p95["many"], unit="ms"),
        Figure("grown ÷ real, p95", ratio, TIMES, at_most=True, unit="times"),
    ]


def grown(index: Index, size: int = SIZE) -> Index:
    """An index of `size` procedures, written to and read from var_dir."""
    originals = list(index.catalogue.procedures.values())
    rows = np.arange(size) % len(originals)
    procedures = [
        sibling(originals[row], number // len(originals), number)
        for number, row in enumerate(rows.tolist())
    ]
    # The codes of siblings come after all others, so that people's words keep their owners.
    catalogue = Catalogue({p.code: p for p in procedures}, "grown", index.catalogue.asof)
    dense = {name: beside(_vectors(index, name), rows) for name in ("title", "facts")}
    titles = [p.title for p in procedures]
    folder = write_index(
        catalogue,
        Lexical.build({"title": titles, "runs": titles}),
        index.phrases,
        {**dense, "phrases": _vectors(index, "phrases")},
        index.encoder,
        index_root(),
    )
    return load_index(folder.name, index.encoder)


def _vectors(index: Index, name: str) -> Vectors:
    flat = index.dense[name]
    return np.asarray(flat.reconstruct_n(0, flat.ntotal), np.float32)


@contextmanager
def _var(folder: Path) -> Iterator[None]:
    """`folder` as var_dir."""
    before = settings().var_dir
    settings().var_dir = folder
    try:
        yield
    finally:
        settings().var_dir = before
