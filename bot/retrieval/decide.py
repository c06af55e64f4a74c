"""Answer, ask back, or say that nothing fits."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.retrieval.lexical import Scores
from bot.retrieval.query import Decision

# Fitted by `motcua evaluate --calibrate` on our own questions (data/retrieval/calibration.jsonl):
# how sure we are that a question is about any procedure at all.
BIAS = -87.0
ON_COSINE = 94.0  # of the best title
ON_WORDS = 2.2  # logarithm of one plus the best title's BM25 score
NONE_BELOW = 0.4  # refusing a real question is worse than answering a strange one

CLOSE = 0.02  # a second procedure this near the best may as well be meant: ask
OFFERED = 0.06  # when asking anyway, how far from the best a choice may be
MAX_CHOICES = 4
SHARED = 0.2  # how far from the best a title may be that holds the whole question too …
MANY = 3  # … and how many such titles make the question too general to answer


def sureness(cosine: float, words: float) -> float:
    """0 to 1: how likely a question is about a procedure.

    `cosine` and `words` are the best that any title reaches, in meaning and in BM25.
    """
    return 1 / (1 + math.exp(-(BIAS + ON_COSINE * cosine + ON_WORDS * math.log1p(words))))


def rivals(
    fused: Scores,
    top: tuple[int, ...],
    same_title: dict[int, frozenset[int]],
    sharing: Sequence[int] = (),
) -> list[int]:
    """The rows that may be meant, the best first: alone, or with its namesakes and near ones.

    `same_title` gives, by row, the rows that carry the same title; `sharing` are the rows whose
    titles hold the whole question: "thành lập công ty" is said of many and settles none.
    """
    best = top[0]
    behind = {row: float(fused[best] - fused[row]) for row in top}
    general = [row for row in sharing if behind[row] < SHARED]
    if best in general and len(general) >= MANY:
        return general[:MAX_CHOICES]
    names = [row for row in top[1:] if row in same_title.get(best, ())]
    if not names and (len(top) < 2 or behind[top[1]] >= CLOSE):
        return [best]
    near = [row for row in top[1:] if behind[row] < OFFERED and row not in names]
    return [best, *names, *near][:MAX_CHOICES]


def decide(sure: float, rival_rows: list[int]) -> Decision:
    """The decision from `sureness` and `rivals`."""
    if sure < NONE_BELOW:
        return "none"
    return "clarify" if len(rival_rows) > 1 else "answer"
