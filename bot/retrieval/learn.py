"""Learn the constants of the search on our own questions: `python -m bot.retrieval.learn`.

The same hands wrote these questions and people's words, so the words know them better than they
will know a citizen's: each question counts twice, once as it is, and once with its right procedures
judged without the phrasings that fit best.

Writes data/retrieval/fusion.json; `bot.retrieval.validate` says how good such constants are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from bot.retrieval.decide import Decider, Logistic, measure
from bot.retrieval.examples import Example, read_examples
from bot.retrieval.fuse import FEATURES, PENALTIES, fuse, scaled
from bot.retrieval.learned import Learned
from bot.retrieval.lexical import Scores
from bot.retrieval.manner import fit_manner, unseen
from bot.retrieval.opened import open_searcher
from bot.retrieval.pipeline import TOP, Searcher
from bot.settings import settings

Floats = NDArray[np.float64]
FOLDER = settings().data_dir / "retrieval"
POOL = 60  # procedures a question is compared on: the best by all features, and the right ones
SHRINK = 1e-2
# What a message that only blurts out an event counts beside a question: such messages share few
# words with any title, and at full weight they make titles count for less in questions that ask.
BLURTED = 0.5
SCOPE = (
    "cosine.title", "cosine.phrase", "words.title", "words.phrase",
    "apart", "covered", "known", "manner", "agreed",
)  # fmt: skip
RIGHT = (
    "cosine.title",
    "cosine.phrase",
    "words.title",
    "words.phrase",
    "agreed",
    "margin",
    "quoted",
)
# Share of questions, as they are, that may be refused: the worse mistake. Of those that ask: what
# is only blurted out may be refused more often, since the nearest are told as a guess then.
REFUSED = 0.012
# Of what is answered, how much shall be right; high, since our own questions flatter our own words.
# Chosen with the decisions on the development half in view (docs/retrieval.md).
PRECISION = 0.93


def learn(searcher: Searcher, examples: Sequence[Example]) -> Learned:
    """Weights first, then the decision on the scores that they give."""
    weights = fit_weights([example for example in examples if example.right])
    return Learned(
        weights=weights,
        manner=fit_manner(examples),
        decider=fit_decider(searcher, examples, weights),
    )


def fit_weights(examples: Sequence[Example], names: Sequence[str] = FEATURES) -> dict[str, float]:
    """The weights under which the right procedures of each question are likeliest (softmax)."""
    pools = [_pool(example, names) for example in examples]
    counts = [BLURTED if example.blurted else 1.0 for example in examples]

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = 0.0, np.zeros_like(weights)
        for (rows, right), count in zip(pools, counts, strict=True):
            scores = rows @ weights
            share = np.exp(scores - scores.max())
            share /= share.sum()
            hit = share[right].sum() + 1e-12
            total -= count * np.log(hit)
            slope -= count * (rows.T @ (share * right / hit - share))
        size = sum(counts)
        shrunk = SHRINK * float(weights @ weights) / 2
        return float(total / size) + shrunk, slope / size + SHRINK * weights

    limits = [(None, 0.0) if name in PENALTIES else (0.0, None) for name in names]
    start = np.array([0.0 if name in PENALTIES else 1.0 for name in names])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=limits).x
    return {n: round(float(w), 3) for n, w in zip(names, found, strict=True) if abs(w) > 5e-3}


def fit_decider(
    searcher: Searcher,
    examples: Sequence[Example],
    weights: dict[str, float],
) -> Decider:
    """The two models of the decision, and the thresholds that keep REFUSED and PRECISION."""
    manners = unseen(examples)
    figures = [
        {**figures_of(searcher, example, weights), "manner": manner}
        for example, manner in zip(examples, manners, strict=True)
    ]
    inside = np.array([bool(example.right) for example in examples])
    right = np.array([_right(example, weights) for example in examples])
    scope = _fit(figures, inside, SCOPE)
    real = [f for f, is_in in zip(figures, inside, strict=True) if is_in]
    sure = _fit(real, right[inside], RIGHT)
    plain = [
        scope(f)
        for f, example in zip(figures, examples, strict=True)
        if example.right and not example.query.unaided and not example.blurted
    ]
    none_below = float(np.quantile(plain, REFUSED))
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


def _pool(example: Example, names: Sequence[str]) -> tuple[Floats, NDArray[np.bool_]]:
    table = np.stack([scaled(name, example.query.features[name]) for name in names], axis=1)
    best = np.argsort(-table.sum(axis=1), kind="stable")[:POOL]
    rows = np.unique(np.concatenate([best, np.array(example.right, int)]))
    return table[rows].astype(float), np.isin(rows, example.right)


def fused(example: Example, weights: dict[str, float]) -> Scores:
    return np.asarray(sum(fuse(example.query.features, weights).values()), np.float32)


def _right(example: Example, weights: dict[str, float]) -> bool:
    """The best is right, and nothing has to be asked."""
    return int(fused(example, weights).argmax()) in example.right and not example.ask_back


def figures_of(searcher: Searcher, example: Example, weights: dict[str, float]) -> dict[str, float]:
    scores = fused(example, weights)
    top = [int(row) for row in np.argsort(-scores, kind="stable")[:TOP]]
    return measure(example.query, scores, top, searcher.namesakes(top[0]))


def main() -> None:
    """Learn and write the constants."""
    searcher = open_searcher()
    learned = learn(searcher, read_examples(searcher, FOLDER))
    (FOLDER / "fusion.json").write_text(learned.model_dump_json(indent=1) + "\n", encoding="utf-8")
    print(f"Constants written to {FOLDER / 'fusion.json'}")


if __name__ == "__main__":
    main()
