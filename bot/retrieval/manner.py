"""How much a question sounds like a matter of ours, whatever it is about.

Questions that no procedure answers (`data/retrieval/out_of_scope*.jsonl`) share words with titles;
one direction of meaning and the weight of each word, learned together, tell them apart from what
people ask an office.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from bot.retrieval.examples import Example
from bot.retrieval.learned import Manner, terms

FOLDS = 5
SEEN = 6  # examples that a word must stand in, to say anything
KEPT = 0.1  # a word whose slope is smaller is left out: half of the table, nothing of the effect


def fit_manner(examples: Sequence[Example]) -> Manner:
    """Learned from examples in scope (with a right row) and out of scope (without)."""
    vectors, counter = _vectors(examples), _counter()
    counts = counter.fit_transform([example.query.restored for example in examples])
    # As `Manner` does: a long question's words do not weigh more than a short one's.
    shares = diags(1 / np.sqrt(np.maximum(1, counts.sum(axis=1).A1))) @ counts
    model = LogisticRegression(C=3.0, max_iter=1000, class_weight="balanced")
    model.fit(hstack([csr_matrix(vectors), shares]).tocsr(), _inside(examples))
    slopes, of_words = np.split(np.round(model.coef_[0], 3), [vectors.shape[1]])
    words = zip(counter.get_feature_names_out(), of_words.tolist(), strict=True)
    return Manner(
        bias=round(float(model.intercept_[0]), 3),
        slopes=tuple(slopes.tolist()),
        words={word: slope for word, slope in words if abs(slope) >= KEPT},
    )


def unseen(examples: Sequence[Example]) -> NDArray[np.float64]:
    """The manner of each example, learned without it and without others of its procedure."""
    # A question comes twice (with and without its best phrasing): both in one part.
    groups = [min(e.right) if e.right else f"{at}" for at, e in enumerate(examples)]
    part = {group: at % FOLDS for at, group in enumerate(dict.fromkeys(groups))}
    learned = [
        fit_manner([e for e, group in zip(examples, groups, strict=True) if part[group] != fold])
        for fold in range(FOLDS)
    ]
    return np.array(
        [
            learned[part[group]](example.query.restored, vector)
            for example, group, vector in zip(examples, groups, _vectors(examples), strict=True)
        ]
    )


def _counter() -> CountVectorizer:
    return CountVectorizer(analyzer=terms, min_df=SEEN, binary=True)


def _vectors(examples: Sequence[Example]) -> NDArray[np.float32]:
    return np.concatenate([e.query.vector for e in examples if e.query.vector is not None])


def _inside(examples: Sequence[Example]) -> NDArray[np.bool_]:
    return np.array([bool(example.right) for example in examples])
