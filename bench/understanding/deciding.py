"""Answer, ask back or pass: how often, and how often rightly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.understanding.questions import (
    Development,
    out_of_scope_kinds,
    own,
    own_out_of_scope,
)
from bench.understanding.report import Figure
from bot.retrieval.evaluate import Question
from bot.retrieval.examples import read_examples
from bot.retrieval.pipeline import Searcher
from bot.retrieval.validate import cross_validated

RIGHT, OFTEN, CAUGHT, REFUSED = 0.86, 0.60, 0.92, 0.02


def decisions(searcher: Searcher, half: Development) -> list[Figure]:
    """Figures on the development half."""
    asked = (*half.everyday, *half.faq)
    results = searcher.search_many([q.text for q in asked])
    answered = [(r, q) for r, q in zip(results, asked, strict=True) if r.decision == "answer"]
    right = sum(r.codes[0] in q.accept for r, q in answered)
    asked_back = [(r, q) for r, q in zip(results, asked, strict=True) if r.decision == "clarify"]
    offered = sum(bool(q.accept & set(r.choices)) for r, q in asked_back)
    refused = sum(r.decision == "none" for r in results)
    passed = _refused(searcher, [q.text for q in half.out_of_scope])
    return [
        Figure("right when it answers", right / max(1, len(answered)), RIGHT),
        Figure("answers", len(answered) / len(asked), OFTEN),
        Figure("the right one offered when it asks back", offered / max(1, len(asked_back))),
        Figure("in scope refused", refused / len(asked), REFUSED, at_most=True),
        Figure(f"out of scope ({len(half.out_of_scope)} colloquial) caught", passed),
    ]


def scope(searcher: Searcher, folder: Path) -> list[Figure]:
    """Our own questions out of scope, on which the threshold was learned, and cross-validated."""
    outside, inside = own_out_of_scope(folder), own(folder)
    checked = cross_validated(searcher, read_examples(searcher, folder))
    return [
        Figure(f"ours, out of scope ({len(outside)}) caught", _refused(searcher, outside), CAUGHT),
        Figure(
            f"ours, in scope ({len(inside)}) refused",
            _refused(searcher, [q.text for q in inside]),
            REFUSED,
            at_most=True,
        ),
        Figure("cross-validated: out of scope caught", checked["out of scope: refused"], CAUGHT),
        Figure(
            "cross-validated: in scope refused",
            checked["in scope, as it is: refused"],
            REFUSED,
            at_most=True,
        ),
    ]


def unseen(searcher: Searcher, folder: Path) -> list[Figure]:
    """Messages that nothing was learned from, written without sight of the search at work."""
    outside = own_out_of_scope(folder)
    return [
        *_found(searcher, "everyday", own(folder)),
        *_found(searcher, "life events", own(folder, blurted=True)),
        Figure(f"out of scope ({len(outside)}) caught", _refused(searcher, outside)),
        *(
            Figure(f"… {kind.replace('_', ' ')} ({len(texts)})", _refused(searcher, texts))
            for kind, texts in out_of_scope_kinds(folder).items()
        ),
    ]


def _found(searcher: Searcher, name: str, asked: Sequence[Question]) -> list[Figure]:
    results = searcher.search_many([q.text for q in asked])
    places = [_place(result.codes, q.accept) for result, q in zip(results, asked, strict=True)]
    answered = [at for at, r in zip(places, results, strict=True) if r.decision == "answer"]
    return [
        Figure(f"{name} ({len(asked)}), recall at 1", _share(at == 0 for at in places)),
        Figure(f"{name}, recall at 5", _share(at < 5 for at in places)),
        Figure(f"{name}, right when it answers", _share(at == 0 for at in answered)),
        Figure(f"{name}, answers", len(answered) / max(1, len(asked))),
        Figure(f"{name} refused", _share(r.decision == "none" for r in results)),
    ]


def _place(codes: Sequence[str], accept: frozenset[str]) -> int:
    """Where the first right code stands; behind all when none does."""
    return next((at for at, code in enumerate(codes) if code in accept), len(codes) + 5)


def _share(hits: Iterable[bool]) -> float:
    marks = list(hits)
    return sum(marks) / max(1, len(marks))


def _refused(searcher: Searcher, texts: Sequence[str]) -> float:
    results = searcher.search_many(texts)
    return sum(result.decision == "none" for result in results) / max(1, len(texts))
