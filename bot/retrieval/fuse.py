"""From the features of a question to one score per procedure: a weighted sum that can be read."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from bot.retrieval.lexical import Scores

# `lexical.` features are BM25 scores, `dense.` ones cosines, `covered.` ones shares, `title.` ones
# yes or no. The weights are learned (`bot.retrieval.learn`) and lie in data/retrieval/fusion.json;
# those of PENALTIES are below zero.
FEATURES = (
    "lexical.said",  # the whole question as typed, against titles
    "lexical.runs",  # its runs of three to five words, against titles
    "lexical.each",  # each word of the matter where it fits best: title or phrasing
    "dense.title",
    "dense.facts",
    "dense.phrases",  # the best phrasing
    "plain.phrases",  # once more, the more the less a question speaks as titles do
    "covered.title",  # how much of the title the question says
    "title.quoted",  # the title stands whole in the question, or begins with all of the question
    "title.act",  # the title names an act (renew, cancel, pass on …) that the question speaks of
    "title.unsaid",  # … that nobody spoke of
)
PENALTIES = frozenset({"title.unsaid"})


def scaled(name: str, values: Scores) -> Scores:
    """A feature on the scale on which weights apply: 1 is the best of this question.

    BM25 counts from 0, cosines from the question's mean; shares, yes and no stay as they are.
    """
    if name.startswith(("title.", "covered.", "plain.")):
        return values
    low = float(values.mean()) if name.startswith("dense.") else 0.0
    high = float(values.max())
    if high <= low:
        return np.zeros_like(values)
    return np.asarray((values - low) / (high - low), np.float32)


def plainly(features: Mapping[str, Scores]) -> dict[str, Scores]:
    """People's words, weighed by how little the question says of any title.

    Who asks in the words of the law is judged by titles, who talks as at home by people's words.
    """
    plain = 1.0 - float(features["covered.title"].max())
    return {"plain.phrases": scaled("dense.phrases", features["dense.phrases"]) * plain}


def fuse(features: Mapping[str, Scores], weights: Mapping[str, float]) -> dict[str, Scores]:
    """What each feature gives to the score of each procedure; their sum is at most about 1."""
    total = sum(w for w in weights.values() if w > 0)
    return {
        name: scaled(name, features[name]) * (weight / total)
        for name, weight in weights.items()
        if name in features
    }


def best_rows(scores: Scores, count: int) -> list[int]:
    """The `count` best rows, best first; rows are in the order of codes, which breaks ties."""
    count = min(count, len(scores))
    least = np.partition(scores, -count)[-count]
    above = np.flatnonzero(scores > least)
    rows = np.concatenate([above, np.flatnonzero(scores == least)[: count - len(above)]])
    return [int(row) for row in rows[np.lexsort((rows, -scores[rows]))]]
