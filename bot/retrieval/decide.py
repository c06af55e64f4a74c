"""Answer, ask back, or say that nothing fits: two small models that can be read.

One says how likely the question is about any procedure at all, the other how likely the best
procedure is the right one. Both are logistic functions of the same few figures, learned on our
own questions (`bot.retrieval.learn`, data/retrieval/fusion.json).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from bot.catalogue.model import Record
from bot.retrieval.fuse import scaled
from bot.retrieval.lexical import Scores
from bot.retrieval.query import Decision, Query

OFFERED = 0.12  # how far from the best a choice may be
MAX_CHOICES = 4
SHARED = 0.2  # how far from the best a title may be that holds the whole question too …
MANY = 3  # … and how many such titles make the question too general to answer
_SEARCHES = ("lexical.said", "lexical.each", "dense.title", "dense.facts", "dense.phrases")


class Logistic(Record):
    """A probability from named figures."""

    bias: float
    slopes: dict[str, float]

    def __call__(self, figures: Mapping[str, float]) -> float:
        score = self.bias + sum(slope * figures[name] for name, slope in self.slopes.items())
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, score))))


class Decider(Record):
    """The learned constants of the decision."""

    scope: Logistic
    right: Logistic
    none_below: float
    answer_from: float

    def decide(self, figures: Mapping[str, float], choices: Sequence[int]) -> Decision:
        """`choices` are the rows that may be meant, by `rivals`."""
        if self.scope(figures) < self.none_below:
            return "none"
        return "clarify" if len(choices) > 1 else "answer"


def measure(
    query: Query, fused: Scores, top: Sequence[int], namesakes: frozenset[int]
) -> dict[str, float]:
    """The figures of one question. `namesakes` carry the title of the best: no rivals of it.

    cosine.title, cosine.phrase: the best that any title and any phrasing reach in meaning.
    words.title, words.phrase: logarithm of one plus their best BM25 score.
    apart: how far the best phrasing's cosine stands out from the mean.
    covered: share of the question's words that the texts of one of the best five know.
    agreed: share of the searches that put the best procedure first.
    margin: how far the next other procedure is behind.
    quoted: the best one's title stands whole in the question.
    And what the query brings: known (share of its words that any text knows).
    """
    best, features = top[0], query.features
    phrases = features["dense.phrases"]
    others = (row for row in top[1:] if row not in namesakes)
    behind = float(fused[best] - fused[next(others, best)])
    firsts = [scaled(name, features[name])[best] >= 1.0 for name in _SEARCHES]
    return {
        **query.figures,
        "cosine.title": float(features["dense.title"].max()),
        "cosine.phrase": float(phrases.max()),
        "words.title": math.log1p(float(features["lexical.title"].max())),
        "words.phrase": math.log1p(float(features["lexical.phrase"].max())),
        "apart": float(phrases.max() - phrases.mean()),
        "covered": float(features["covered.words"][list(top[:5])].max()),
        "agreed": float(np.mean(firsts)),
        "margin": behind,
        "quoted": float(features["title.quoted"][best]),
    }


def rivals(
    fused: Scores,
    top: Sequence[int],
    namesakes: frozenset[int],
    sharing: Sequence[int],
    clear: bool,
) -> list[int]:
    """The rows that may be meant, the best first: alone, or with its namesakes and near ones.

    `sharing` are the rows whose titles hold the whole question: "thành lập công ty" is said of
    many and settles none. `clear`: the best is likely enough to be right.
    """
    best = top[0]
    behind = {row: float(fused[best] - fused[row]) for row in top}
    general = [row for row in sharing if behind[row] < SHARED]
    if best in general and len(general) >= MANY:
        return general[:MAX_CHOICES]
    names = [row for row in top[1:] if row in namesakes]
    if clear and not names:
        return [best]
    near = [row for row in top[1:] if row not in names]
    close = [row for row in near if behind[row] < OFFERED] or near[:1]
    return [best, *names, *close][:MAX_CHOICES]
