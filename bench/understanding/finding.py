"""Does the right procedure stand first, or among the first five? As written, and perturbed."""

from __future__ import annotations

from collections.abc import Sequence

from bench.understanding.methods import OURS, Methods
from bench.understanding.perturb import PERTURBATIONS
from bench.understanding.questions import Development
from bench.understanding.report import Figure
from bot.retrieval.evaluate import Question

# (questions, rank) → aim; and points of recall at 5 that a perturbation may cost.
AIMS = {
    ("portal FAQ", 1): 0.74,
    ("portal FAQ", 5): 0.93,
    ("FAQ, natural", 5): 0.78,
    ("colloquial", 1): 0.82,
    ("colloquial", 5): 0.94,
}
MAY_LOSE = {
    "no diacritics": 2.0,
    "Telex keystrokes": 3.0,
    "VNI keystrokes": 3.0,
    "one slip in five words": 4.0,
}


def recalls(methods: Methods, half: Development) -> list[Figure]:
    """Recall at 1 and at 5 of every method on every set."""
    sets = {
        "portal FAQ": half.faq,
        **{f"FAQ, {name}": part for name, part in half.strata.items()},
        "colloquial": half.everyday,
    }
    methods.prepare([q.text for part in sets.values() for q in part])
    figures = []
    for name, part in sets.items():
        for rank in (1, 5):
            values = {m: _recall(methods, m, part, rank) for m in methods.names}
            title = f"{name} ({len(part)}), at {rank}"
            figures.append(Figure(title, values.pop(OURS), AIMS.get((name, rank)), others=values))
    return figures


def losses(methods: Methods, half: Development) -> list[Figure]:
    """Points of recall at 5 that each perturbation costs, on FAQ and colloquial together.

    The simple methods are tried on those perturbations that have an aim.
    """
    asked = (*half.faq, *half.everyday)
    figures = []
    for name, change in PERTURBATIONS.items():
        changed = [Question(change(q.text), q.accept) for q in asked]
        tried = methods.names if name in MAY_LOSE else [OURS]
        methods.prepare([q.text for q in changed], tried)
        lost = {
            method: _points(
                _recall(methods, method, asked, 5), _recall(methods, method, changed, 5)
            )
            for method in tried
        }
        ours = lost.pop(OURS)
        figures.append(
            Figure(name, ours, MAY_LOSE.get(name), at_most=True, others=lost, unit="points")
        )
    return figures


def _recall(
    methods: Methods, method: str, questions: Sequence[Question], rank: int
) -> float | None:
    found = methods.found(method, [q.text for q in questions])
    if found is None:
        return None
    hits = sum(bool(q.accept & set(c[:rank])) for q, c in zip(questions, found, strict=True))
    return hits / len(questions)


def _points(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else 100 * (before - after)
