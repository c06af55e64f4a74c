"""Fit how sure a question must be, on questions written for it (data/retrieval)."""

from __future__ import annotations

import json
import math

import numpy as np
from numpy.typing import NDArray

from bot.retrieval.decide import NONE_BELOW
from bot.retrieval.pipeline import Searcher
from bot.retrieval.query import Result
from bot.retrieval.synonyms import Synonyms
from bot.settings import settings

Floats = NDArray[np.float64]
_STEPS, _RATE, _SHRINK = 20_000, 0.1, 3e-3


def report(searcher: Searcher) -> str:
    """The fitted constants of `decide.py`, and how today's split the questions.

    Each question counts twice, with and without our lexicon: it was written by the same hands
    as the questions and knows their words better than it will know a citizen's.
    """
    path = settings().data_dir / "retrieval" / "calibration.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [row["question"] for row in rows]
    plain = Searcher(searcher.index, searcher.encoder, Synonyms([]))
    results = [r for s in (searcher, plain) for r in s.search_many(texts)]
    pairs = [
        (result, row["in_scope"])
        for result, row in zip(results, rows * 2, strict=True)
        if result.matched_by == "search"
    ]
    results = [result for result, _ in pairs]
    inside = np.array([in_scope for _, in_scope in pairs], float)
    kept = np.array([result.trace.sure >= NONE_BELOW for result in results])
    weights = _fit(np.array([_figures(result) for result in results]), inside)
    return (
        f"{len(rows)} questions, with and without the lexicon: {int(inside.sum())} in scope\n"
        f"constants in force: {int(kept @ inside)} in scope kept, "
        f"{int(kept @ (1 - inside))} of {int((1 - inside).sum())} out of scope kept\n"
        "fitted: " + ", ".join(f"{n} = {w:.2f}" for n, w in weights.items())
    )


def _figures(result: Result) -> tuple[float, float]:
    return (result.trace.cosine or 0.0, math.log1p(result.trace.title_score))


def _fit(figures: Floats, inside: Floats) -> dict[str, float]:
    """Logistic regression by gradient descent, on figures of mean 0 and deviation 1."""
    mean, spread = figures.mean(0), figures.std(0)
    rows = np.column_stack([np.ones(len(figures)), (figures - mean) / spread])
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        error = 1 / (1 + np.exp(-rows @ weights)) - inside
        weights -= _RATE * (rows.T @ error / len(rows) + _SHRINK * weights)
    slopes = weights[1:] / spread
    bias = float(weights[0] - slopes @ mean)
    return {"BIAS": bias, "ON_COSINE": float(slopes[0]), "ON_WORDS": float(slopes[1])}
