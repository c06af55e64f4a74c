"""From the features of a question to one score per procedure: a weighted sum that can be read."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from bot.retrieval.lexical import Scores

# Set by hand on a plateau (docs/retrieval.md): moving one by half changes recall by a question
# or two. `lexical.` features are BM25 divided by the best of the question, `dense.` ones are
# cosines between the question's mean (0) and its best (1).
WEIGHTS: dict[str, float] = {
    "lexical.title": 1.0,  # words of the matter, with what they mean
    "lexical.said": 0.75,  # the whole question as typed, against titles
    "lexical.field": 0.25,
    "lexical.result": 0.25,
    "dense.title": 1.0,
    "dense.facts": 1.0,
}
UNSAID = 0.05  # its title names an act (renew, cancel, pass on …) that nobody spoke of
QUOTED = 0.15  # its title stands whole in the question, or begins with all of the question


def scaled(name: str, values: Scores) -> Scores:
    """A feature on the scale on which weights apply: 1 is the best of this question."""
    low = float(values.mean()) if name.startswith("dense.") else 0.0
    high = float(values.max())
    if high <= low:
        return np.zeros_like(values)
    return np.asarray((values - low) / (high - low), np.float32)


def fuse(features: Mapping[str, Scores]) -> dict[str, Scores]:
    """What each feature gives to the score of each procedure; their sum is at most about 1."""
    total = sum(WEIGHTS.values())
    return {n: scaled(n, features[n]) * (w / total) for n, w in WEIGHTS.items() if n in features}
