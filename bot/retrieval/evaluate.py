"""How well retrieval does on labelled questions, beside simple methods."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import bm25s
import numpy as np

from bot.retrieval.pipeline import Searcher
from bot.retrieval.query import Result
from bot.retrieval.texts import tokens
from bot.text.fold import fold, strip_diacritics

Ranking = Callable[[Sequence[str]], list[list[str]]]  # texts → five codes each


@dataclass(frozen=True)
class Question:
    text: str
    accept: frozenset[str]
    behaviour: str = "answer"  # what is right: answer, clarify, oos, oos_commune


@dataclass(frozen=True)
class Recall:
    at_1: float
    at_5: float

    def __str__(self) -> str:
        return f"{self.at_1:.3f} / {self.at_5:.3f}".replace("0.", ".")


def read_questions(path: Path, codes: str = "accept_codes") -> list[Question]:
    """Read `{question, accept_codes?, behaviour?}` lines; `codes` is the name of the second."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [
        Question(
            row["question"],
            frozenset(row.get(codes) or ()),
            row.get("behaviour", "answer"),
        )
        for row in rows
    ]


def columns(folder: Path) -> dict[str, list[Question]]:
    """The question sets of the table, by heading: both halves, with and without diacritics."""
    faq = read_questions(folder / "portal_faq_dev.jsonl")
    everyday = read_questions(folder / "colloquial_dev.jsonl")
    labelled = [q for q in everyday if q.accept and q.behaviour == "answer"]
    return {
        f"portal FAQ ({len(faq)})": faq,
        "… no diacritics": [_bare(q) for q in faq],
        f"colloquial ({len(labelled)})": labelled,
        "… no diacritics ": [_bare(q) for q in labelled],
    }


def _bare(question: Question) -> Question:
    return Question(strip_diacritics(question.text), question.accept, question.behaviour)


def rankings(searcher: Searcher) -> dict[str, Ranking]:
    """The methods of the table, by name; the last is ours."""
    titles = [procedure.title for procedure in searcher.catalogue.procedures.values()]
    codes = searcher.index.codes

    def dense(texts: Sequence[str]) -> list[list[str]]:
        scores = searcher.index.nearest("title", searcher.encoder.queries(texts))
        return [[codes[i] for i in np.argsort(-row, kind="stable")[:5]] for row in scores]

    return {
        "BM25 on folded titles": _bm25(titles, codes, lambda text: fold(text).split()),
        "BM25, words and word pairs": _bm25(titles, codes, tokens),
        "our encoder on titles": dense,
        "motcua": lambda texts: [r.codes for r in searcher.search_many(texts, top=5)],
    }


def _bm25(
    titles: Sequence[str], codes: Sequence[str], split: Callable[[str], list[str]]
) -> Ranking:
    index = bm25s.BM25()
    index.index([split(title) for title in titles], show_progress=False)

    def rank(text: str) -> list[str]:
        words = [word for word in split(text) if word in index.vocab_dict]
        if not words:
            return list(codes[:5])
        return [codes[i] for i in np.argsort(-index.get_scores(words), kind="stable")[:5]]

    return lambda texts: [rank(text) for text in texts]


def recall(ranking: Ranking, questions: Sequence[Question]) -> Recall:
    """Share of questions with a right code at rank 1, and among the first five."""
    found = ranking([question.text for question in questions])
    first = sum(codes[0] in q.accept for codes, q in zip(found, questions, strict=True))
    five = sum(bool(q.accept & set(codes[:5])) for codes, q in zip(found, questions, strict=True))
    return Recall(first / len(questions), five / len(questions))


def table(searcher: Searcher, folder: Path) -> dict[str, dict[str, Recall]]:
    """Recall by method and column."""
    sets = columns(folder)
    return {
        name: {heading: recall(ranking, questions) for heading, questions in sets.items()}
        for name, ranking in rankings(searcher).items()
    }


def decisions(results: Sequence[Result], questions: Sequence[Question]) -> dict[str, int]:
    """What was decided against what is right: counts by "right → decided"."""
    counts: dict[str, int] = {}
    for result, question in zip(results, questions, strict=True):
        right = "none" if question.behaviour.startswith("oos") else question.behaviour
        outcome: str = result.decision
        if right == "answer" and outcome == "answer" and question.accept:
            outcome += " right" if result.codes[0] in question.accept else " wrong"
        if right == "answer" and outcome == "clarify" and question.accept:
            outcome += " with it" if question.accept & set(result.choices) else " without it"
        key = f"{right} → {outcome}"
        counts[key] = counts.get(key, 0) + 1
    return dict(sorted(counts.items()))
