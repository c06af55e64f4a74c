"""Learn the constants of the search on our own questions: `python -m bot.retrieval.learn`.

data/retrieval/questions*.jsonl    questions with every code that is a right answer
data/retrieval/out_of_scope.jsonl  questions that no procedure answers

The same hands wrote these questions and people's words, so the words know them better than they
will know a citizen's: each question counts twice, once as it is, and once with its right procedures
judged without the phrasing that fits best.

Writes data/retrieval/fusion.json. What it prints is cross-validated: every question is judged by
constants that were learned without it, and without any other question on the same procedure.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from bot.retrieval.decide import FIGURES, Decider, Logistic, measure
from bot.retrieval.fuse import FEATURES, PENALTIES, fuse, scaled
from bot.retrieval.learned import Learned
from bot.retrieval.lexical import Scores
from bot.retrieval.pipeline import TOP, Searcher, open_searcher
from bot.settings import settings

Floats = NDArray[np.float64]
FOLDS = 5
POOL = 60  # procedures a question is compared on: the best by all features, and the right ones
SHRINK = 1e-3
SCOPE = ("cosine.title", "cosine.phrase", "words.title", "words.phrase")
REFUSED = 0.02  # share of real questions that may be refused
PRECISION = 0.88  # of what is answered, how much shall be right


@dataclass(frozen=True)
class Example:
    """One question of ours; `right` are rows, none for a question out of scope."""

    features: dict[str, Scores]
    right: tuple[int, ...]
    ask_back: bool = False


def read_examples(searcher: Searcher, folder: Path) -> list[Example]:
    """Our questions with their features; those that are settled without a search are left out."""
    files = [*sorted(folder.glob("questions*.jsonl")), folder / "out_of_scope.jsonl"]
    rows = [row for path in files for row in _rows(path)]
    number = {code: at for at, code in enumerate(searcher.index.codes)}
    right = [tuple(number[c] for c in row.get("codes", ()) if c in number) for row in rows]
    texts, nobody = [row["question"] for row in rows], [() for _ in rows]
    aided, unaided = (searcher.features_of(texts, hidden) for hidden in (nobody, right))
    return [
        Example(features, codes, row.get("ask_back", False))
        for found in (aided, unaided)
        for row, codes, features in zip(rows, right, found, strict=True)
        if features is not None and (found is aided or codes)
    ]


def learn(searcher: Searcher, examples: Sequence[Example]) -> Learned:
    """Weights first, then the decision on the scores that they give."""
    weights = fit_weights([example for example in examples if example.right])
    return Learned(weights=weights, decider=fit_decider(searcher, examples, weights))


def fit_weights(examples: Sequence[Example]) -> dict[str, float]:
    """The weights under which the right procedures of each question are likeliest (softmax)."""
    pools = [_pool(example) for example in examples]

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = 0.0, np.zeros_like(weights)
        for rows, right in pools:
            scores = rows @ weights
            share = np.exp(scores - scores.max())
            share /= share.sum()
            hit = share[right].sum() + 1e-12
            total -= np.log(hit)
            slope -= rows.T @ (share * right / hit - share)
        size = len(pools)
        shrunk = SHRINK * float(weights @ weights) / 2
        return float(total / size) + shrunk, slope / size + SHRINK * weights

    limits = [(None, 0.0) if name in PENALTIES else (0.0, None) for name in FEATURES]
    start = np.array([0.0 if name in PENALTIES else 1.0 for name in FEATURES])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=limits).x
    return {n: round(float(w), 3) for n, w in zip(FEATURES, found, strict=True) if abs(w) > 5e-3}


def fit_decider(
    searcher: Searcher, examples: Sequence[Example], weights: dict[str, float]
) -> Decider:
    """The two models of the decision, and the thresholds that keep REFUSED and PRECISION."""
    figures = [_figures(searcher, example, weights) for example in examples]
    inside = np.array([bool(example.right) for example in examples])
    right = np.array([_right(example, weights) for example in examples])
    scope = _fit(figures, inside, SCOPE)
    real = [f for f, is_in in zip(figures, inside, strict=True) if is_in]
    sure = _fit(real, right[inside], FIGURES)
    none_below = float(np.quantile([scope(f) for f in real], REFUSED))
    return Decider(
        scope=scope,
        right=sure,
        none_below=round(none_below, 3),
        answer_from=_threshold(np.array([sure(f) for f in real]), right[inside]),
    )


def _threshold(sure: Floats, right: NDArray[np.bool_]) -> float:
    """The lowest probability from which on PRECISION of the answers are right."""
    order = np.argsort(-sure)
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= PRECISION)
    return round(float(sure[order[enough[-1]]]) if len(enough) else 1.0, 3)


def _fit(rows: Sequence[dict[str, float]], labels: Any, names: Sequence[str]) -> Logistic:
    table = np.array([[row[name] for name in names] for row in rows])
    middle, spread = table.mean(0), table.std(0) + 1e-9
    model = LogisticRegression(C=1.0).fit((table - middle) / spread, labels)
    slopes = model.coef_[0] / spread
    bias = float(model.intercept_[0] - slopes @ middle)
    named = {name: round(float(slope), 3) for name, slope in zip(names, slopes, strict=True)}
    return Logistic(bias=round(bias, 3), slopes=named)


def _pool(example: Example) -> tuple[Floats, NDArray[np.bool_]]:
    table = np.stack([scaled(name, example.features[name]) for name in FEATURES], axis=1)
    best = np.argsort(-table.sum(axis=1), kind="stable")[:POOL]
    rows = np.unique(np.concatenate([best, np.array(example.right, int)]))
    return table[rows].astype(float), np.isin(rows, example.right)


def _fused(example: Example, weights: dict[str, float]) -> Scores:
    return np.asarray(sum(fuse(example.features, weights).values()), np.float32)


def _right(example: Example, weights: dict[str, float]) -> bool:
    """The best is right, and nothing has to be asked."""
    return int(_fused(example, weights).argmax()) in example.right and not example.ask_back


def _figures(searcher: Searcher, example: Example, weights: dict[str, float]) -> dict[str, float]:
    fused = _fused(example, weights)
    top = [int(row) for row in np.argsort(-fused, kind="stable")[:TOP]]
    return measure(example.features, fused, top, searcher.namesakes(top[0]))


def cross_validated(searcher: Searcher, examples: Sequence[Example]) -> dict[str, float]:
    """Shares by name, each question judged by constants learned without its procedure."""
    fold = [min(example.right, default=0) % FOLDS for example in examples]
    outside = iter(range(len(examples)))
    fold = [f if e.right else next(outside) % FOLDS for f, e in zip(fold, examples, strict=True)]
    hits: dict[str, list[bool]] = {}
    for part in range(FOLDS):
        learned = learn(searcher, [e for e, f in zip(examples, fold, strict=True) if f != part])
        for example, at in zip(examples, fold, strict=True):
            if at == part:
                _judge(searcher, example, learned, hits)
    return {name: float(np.mean(values)) for name, values in sorted(hits.items())}


def _judge(
    searcher: Searcher, example: Example, learned: Learned, hits: dict[str, list[bool]]
) -> None:
    figures = _figures(searcher, example, learned.weights)
    refused = learned.decider.scope(figures) < learned.decider.none_below
    if not example.right:
        hits.setdefault("out of scope: refused", []).append(refused)
        return
    best = np.argsort(-_fused(example, learned.weights), kind="stable")[:5]
    found = set(best.tolist()) & set(example.right)
    answered = not refused and learned.decider.right(figures) >= learned.decider.answer_from
    hits.setdefault("in scope: refused", []).append(refused)
    hits.setdefault("recall at 1", []).append(int(best[0]) in example.right)
    hits.setdefault("recall at 5", []).append(bool(found))
    hits.setdefault("in scope: answered", []).append(answered)
    if answered:
        hits.setdefault("answered: right", []).append(int(best[0]) in example.right)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Learn, print the cross-validated figures, and write the constants."""
    searcher = open_searcher()
    folder = settings().data_dir / "retrieval"
    examples = read_examples(searcher, folder)
    print(f"{len(examples)} questions, {sum(bool(e.right) for e in examples)} in scope")
    for name, share in cross_validated(searcher, examples).items():
        print(f"  {name}: {share:.3f}")
    learned = learn(searcher, examples)
    (folder / "fusion.json").write_text(learned.model_dump_json(indent=1) + "\n", encoding="utf-8")
    print(json.dumps(learned.weights))


if __name__ == "__main__":
    main()
