"""How much a question sounds like a matter of ours, whatever it is about: one direction of meaning.

Questions that no procedure answers (`data/retrieval/out_of_scope*.jsonl`) share words with titles;
their vectors tell them apart from what people ask an office.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from bot.retrieval.examples import Example
from bot.retrieval.learned import Manner

FOLDS = 5


def fit_manner(examples: Sequence[Example]) -> Manner:
    """Learned from examples in scope (with a right row) and out of scope (without)."""
    model = _model().fit(_vectors(examples), _inside(examples))
    slopes = tuple(round(float(slope), 3) for slope in model.coef_[0])
    return Manner(bias=round(float(model.intercept_[0]), 3), slopes=slopes)


def unseen(examples: Sequence[Example], spoken: Sequence[Example]) -> NDArray[np.float64]:
    """The manner of each example, learned without it and without others of its procedure."""
    both = [*examples, *spoken]
    # A question comes twice (with and without its best phrasing): both in one part.
    groups = [min(e.right) if e.right else f"{at}" for at, e in enumerate(both)]
    numbers = {group: at for at, group in enumerate(dict.fromkeys(groups))}
    found = cross_val_predict(
        _model(),
        _vectors(both),
        _inside(both),
        groups=[numbers[group] for group in groups],
        cv=GroupKFold(FOLDS),
        method="decision_function",
    )
    return np.asarray(found[: len(examples)], np.float64)


def _model() -> LogisticRegression:
    return LogisticRegression(C=3.0, max_iter=1000, class_weight="balanced")


def _vectors(examples: Sequence[Example]) -> NDArray[np.float32]:
    return np.concatenate([e.query.vector for e in examples if e.query.vector is not None])


def _inside(examples: Sequence[Example]) -> NDArray[np.bool_]:
    return np.array([bool(example.right) for example in examples])
