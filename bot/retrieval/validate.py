"""How good learned constants are on questions that they were learned without.

Cross-validated: every question is judged by constants learned without it, and without any other
question on the same procedure. `make learn` prints it, with what each part of the search earns.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.retrieval.examples import Example, read_examples
from bot.retrieval.fuse import FEATURES
from bot.retrieval.learn import FOLDER, figures_of, fit_weights, fused, learn
from bot.retrieval.learned import Learned
from bot.retrieval.opened import open_searcher
from bot.retrieval.pipeline import Searcher

FOLDS = 5
PARTS = {
    "all": ("-",),
    "without people's words": ("lexical.each", "dense.phrases", "plain."),
    "without matching words": ("lexical.", "covered.", "title."),
    "without matching meaning": ("dense.", "plain.phrases"),
    "without the facts' vectors": ("dense.facts",),
    "without runs of words": ("lexical.runs",),
    "without words one by one": ("lexical.each",),
    "without acts": ("title.act", "title.unsaid"),
}


def cross_validated(searcher: Searcher, examples: Sequence[Example]) -> dict[str, float]:
    """Shares by name, each question judged by constants learned without its procedure."""
    fold = [min(example.right, default=0) % FOLDS for example in examples]
    outside = iter(range(len(examples)))
    fold = [f if e.right else next(outside) % FOLDS for f, e in zip(fold, examples, strict=True)]
    hits: dict[str, list[bool]] = {}
    for part in range(FOLDS):
        rest = [e for e, f in zip(examples, fold, strict=True) if f != part]
        learned = learn(searcher, rest)
        for example, at in zip(examples, fold, strict=True):
            if at == part:
                _judge(searcher, example, learned, hits)
    return {name: float(np.mean(values)) for name, values in sorted(hits.items())}


def without_parts(examples: Sequence[Example]) -> dict[str, tuple[float, float]]:
    """Recall at 1 and at 5 on our questions, cross-validated, without each part of the search."""
    inside = [example for example in examples if example.right]
    return {
        part: _recalls(inside, [name for name in FEATURES if not name.startswith(starts)])
        for part, starts in PARTS.items()
    }


def _recalls(examples: Sequence[Example], names: Sequence[str]) -> tuple[float, float]:
    hits = []
    for part in range(FOLDS):
        rest = [e for e in examples if min(e.right) % FOLDS != part]
        weights = fit_weights(rest, names)
        for example in examples:
            if min(example.right) % FOLDS == part:
                best = np.argsort(-fused(example, weights), kind="stable")[:5].tolist()
                right = set(example.right)
                hits.append((best[0] in right, bool(right & set(best))))
    first, five = np.mean(hits, axis=0)
    return float(first), float(five)


def _judge(
    searcher: Searcher, example: Example, learned: Learned, hits: dict[str, list[bool]]
) -> None:
    assert example.query.vector is not None
    figures = figures_of(searcher, example, learned.weights)
    figures["manner"] = learned.manner(example.query.restored, example.query.vector[0])
    refused = learned.decider.scope(figures) < learned.decider.none_below
    if not example.right:
        hits.setdefault("out of scope: refused", []).append(refused)
        return
    best = np.argsort(-fused(example, learned.weights), kind="stable")[:5]
    found = set(best.tolist()) & set(example.right)
    answered = not refused and learned.decider.right(figures) >= learned.decider.answer_from
    aid = "without its best phrasings" if example.query.unaided else "as it is"
    asks = "blurted" if example.blurted else "in scope"
    hits.setdefault(f"{asks}, {aid}: refused", []).append(refused)
    hits.setdefault("recall at 1", []).append(int(best[0]) in example.right)
    hits.setdefault("recall at 5", []).append(bool(found))
    hits.setdefault("in scope: answered", []).append(answered)
    if answered:
        hits.setdefault("answered: right", []).append(int(best[0]) in example.right)


def main() -> None:
    """Print the shares of the decision, and recall at 1 and at 5 without each part."""
    searcher = open_searcher()
    examples = read_examples(searcher, FOLDER)
    print(f"{len(examples)} examples, {sum(bool(e.right) for e in examples)} in scope")
    for name, share in cross_validated(searcher, examples).items():
        print(f"  {name}: {share:.3f}")
    print("recall at 1 / at 5")
    for part, (first, five) in without_parts(examples).items():
        print(f"  {part}: {first:.3f} / {five:.3f}")


if __name__ == "__main__":
    main()
