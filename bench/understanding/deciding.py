"""Answer, ask back or pass: how often, and how often rightly."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.understanding.questions import Development, own, own_out_of_scope
from bench.understanding.report import Figure
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
    """Questions that nothing was learned from: blurted life events, and more out of scope.

    The second were kept because the search of their day did not refuse them easily.
    """
    inside, outside = own(folder, blurted=True), own_out_of_scope(folder)
    results = searcher.search_many([q.text for q in inside])
    among = sum(bool(q.accept & set(r.codes[:5])) for r, q in zip(results, inside, strict=True))
    refused = sum(r.decision == "none" for r in results)
    return [
        Figure(f"life events ({len(inside)}), recall at 5", among / max(1, len(inside))),
        Figure("life events refused", refused / max(1, len(inside))),
        Figure(f"out of scope ({len(outside)}) caught", _refused(searcher, outside)),
    ]


def _refused(searcher: Searcher, texts: Sequence[str]) -> float:
    results = searcher.search_many(texts)
    return sum(result.decision == "none" for result in results) / max(1, len(texts))
