"""What one search carries from step to step, and what it returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.retrieval.encoder import Vectors
from bot.retrieval.lexical import Scores

Decision = Literal["answer", "clarify", "none"]


@dataclass(frozen=True)
class Query:
    """One question on its way; each step returns a copy with more of it filled in.

    Attributes:
        text: as typed.
        exclude: codes that must not be found.
        unaided: rows that are judged without their best phrasings (only when learning).
        restored: `text` with guessed diacritics.
        words: `restored` without what only frames a question.
        meanings: official words for everyday ones found in it.
        vector: of the question, one row.
        features: per name, one number per row of the index, before any weight.
        fused: weighted sum of the features, 0 (nothing) to about 1, per row.
        figures: what the decision rests on, with the two probabilities "scope" and "right"; empty
            where nothing had to be searched.
        top: rows, best first; ties by code.
        matched_by: "code", "title", "alias" or "search".
        ms: time of each step so far.
    """

    text: str
    exclude: frozenset[str] = frozenset()
    unaided: tuple[int, ...] = ()
    restored: str = ""
    words: str = ""
    meanings: tuple[str, ...] = ()
    vector: Vectors | None = None
    features: dict[str, Scores] = field(default_factory=dict)
    fused: Scores | None = None
    figures: dict[str, float] = field(default_factory=dict)
    top: tuple[int, ...] = ()
    matched_by: str = "search"
    decision: Decision | None = None
    choices: tuple[int, ...] = ()
    ms: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Trace:
    """How a result came about, for `--explain`.

    Attributes:
        restored, words, meanings, figures: as in `Query`.
        parts: per code, what each feature gave to its score.
        ms: time of each step in milliseconds.
    """

    restored: str
    words: str
    meanings: tuple[str, ...]
    figures: dict[str, float]
    parts: dict[str, dict[str, float]]
    ms: dict[str, float]


@dataclass(frozen=True)
class Result:
    """What was found.

    Attributes:
        decision: "answer" (codes[0] is meant), "clarify" (ask about `choices`) or "none".
        codes: the best, first to last, whatever the decision; ties by code.
        scores: of `codes`, 0 to 1, comparable within one question only.
        choices: 2 to 4 codes to choose from, when the decision is "clarify".
        matched_by: "code", "title", "alias" or "search".
        ms: time of the whole search in milliseconds.
    """

    decision: Decision
    codes: list[str]
    scores: list[float]
    choices: list[str]
    matched_by: str
    ms: float
    trace: Trace
