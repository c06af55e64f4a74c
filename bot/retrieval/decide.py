"""Answer, ask back, or say that nothing fits."""

from __future__ import annotations

import math

from bot.retrieval.lexical import Scores
from bot.retrieval.query import Decision

# Fitted by `motcua evaluate --calibrate` on our own questions (data/retrieval/calibration.jsonl):
# how sure we are that a question is about any procedure at all.
BIAS = -30.0
ON_COSINE = 33.0  # of the best title
ON_COVERAGE = 4.0  # share of the reachable title score that the best title reaches
NONE_BELOW = 0.35

CLOSE = 0.03  # distance from the best within which another procedure may as well be meant
MAX_CHOICES = 4


def sureness(cosine: float, coverage: float) -> float:
    """0 to 1: how likely a question with these figures is about a procedure."""
    return 1 / (1 + math.exp(-(BIAS + ON_COSINE * cosine + ON_COVERAGE * coverage)))


def rivals(fused: Scores, top: tuple[int, ...], same_title: dict[int, frozenset[int]]) -> list[int]:
    """The rows that may be meant: the best, its namesakes, and what scores nearly the same."""
    best = top[0]
    names = same_title.get(best, frozenset())
    close = [row for row in top if fused[best] - fused[row] < CLOSE or row in names]
    return close[:MAX_CHOICES]


def decide(sure: float, rival_rows: list[int]) -> Decision:
    """The decision from `sureness` and `rivals`."""
    if sure < NONE_BELOW:
        return "none"
    return "clarify" if len(rival_rows) > 1 else "answer"
