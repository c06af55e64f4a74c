"""Fit how sure a question must be, on questions written for it (data/retrieval)."""

from __future__ import annotations

import json

import numpy as np

from bot.retrieval.decide import NONE_BELOW
from bot.retrieval.pipeline import Searcher
from bot.settings import settings

_STEPS, _RATE, _SHRINK = 20_000, 0.05, 1e-3


def report(searcher: Searcher) -> str:
    """The fitted constants of `decide.py`, and how today's split the questions."""
    path = settings().data_dir / "retrieval" / "calibration.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    inside = np.array([row["in_scope"] for row in rows], float)
    results = searcher.search_many([row["question"] for row in rows])
    kept = np.array([result.trace.sure >= NONE_BELOW for result in results])
    figures = np.array([(r.trace.cosine, r.trace.coverage) for r in results])
    mean, spread = figures.mean(0), figures.std(0)
    weights = _fit((figures - mean) / spread, inside)
    slopes = weights[1:] / spread
    bias = weights[0] - float(slopes @ mean)
    return (
        f"{len(rows)} questions, {int(inside.sum())} in scope\n"
        f"with the constants in force: {int((kept * inside).sum())} in scope kept, "
        f"{int((kept * (1 - inside)).sum())} out of scope kept\n"
        f"fitted: BIAS = {bias:.2f}, ON_COSINE = {slopes[0]:.2f}, ON_COVERAGE = {slopes[1]:.2f}"
    )


def _fit(figures: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """Logistic regression by gradient descent; bias first."""
    rows = np.column_stack([np.ones(len(figures)), figures])
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        error = 1 / (1 + np.exp(-rows @ weights)) - inside
        weights -= _RATE * (rows.T @ error / len(rows) + _SHRINK * weights)
    return weights
