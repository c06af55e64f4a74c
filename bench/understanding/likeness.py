"""Which questions are alike? Three ways to group our own, against whose procedure they ask for.

`python -m bench.understanding.likeness` prints precision, recall and F1 over pairs of questions;
docs/learning.md has the figures.
"""

from __future__ import annotations

import random
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from bench.understanding.questions import own
from bot.retrieval.opened import open_searcher
from bot.retrieval.pipeline import Searcher
from bot.retrieval.texts import tokens
from bot.settings import settings

MANY, MOST, LONE = 3, 6, 150  # questions of a procedure that make a group; most of it; alone
Likeness = NDArray[np.float64]


def made_set() -> tuple[list[str], list[str]]:
    """Questions and whose they are: groups, and strangers among them."""
    by_code: defaultdict[str, list[str]] = defaultdict(list)
    for question in own(settings().data_dir / "retrieval"):
        if len(question.accept) == 1:
            by_code[next(iter(question.accept))].append(question.text)
    groups = [
        (code, by_code[code][:MOST]) for code in sorted(by_code) if len(by_code[code]) >= MANY
    ]
    alone = [(code, by_code[code]) for code in sorted(by_code) if len(by_code[code]) == 1]
    chosen = groups + random.Random(6).sample(alone, min(LONE, len(alone)))
    pairs = [(text, code) for code, texts in chosen for text in texts]
    return [text for text, _ in pairs], [code for _, code in pairs]


def joined(likeness: Likeness, threshold: float) -> list[int]:
    """Each question into the group that it is most like on the mean, else a new one."""
    groups: list[list[int]] = []
    found: list[int] = []
    for at in range(len(likeness)):
        means = [float(likeness[at, group].mean()) for group in groups]
        best = int(np.argmax(means)) if means else -1
        if best < 0 or means[best] < threshold:
            groups.append([])
            best = len(groups) - 1
        groups[best].append(at)
        found.append(best)
    return found


def figures(found: list[int] | list[str], right: list[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all pairs."""
    pairs = np.triu_indices(len(right), 1)
    together = np.equal.outer(np.array(found), np.array(found))[pairs]
    same = np.equal.outer(np.array(right), np.array(right))[pairs]
    hits = float((together & same).sum())
    precision, recall = hits / max(1, together.sum()), hits / same.sum()
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def by_words(texts: list[str]) -> Likeness:
    matrix = TfidfVectorizer(analyzer=tokens, sublinear_tf=True).fit_transform(texts)
    return np.asarray((matrix @ matrix.T).toarray())


def by_vectors(searcher: Searcher, texts: list[str]) -> Likeness:
    vectors = searcher.encoder.queries([searcher.restore(text) for text in texts])
    return np.asarray(vectors @ vectors.T, np.float64)


def main() -> None:
    texts, right = made_set()
    print(f"{len(texts)} questions of {len(set(right))} procedures: precision, recall, F1")
    searcher = open_searcher()
    for name, likeness in {
        "words": by_words(texts),
        "vectors": by_vectors(searcher, texts),
    }.items():
        tried = [(figures(joined(likeness, t), right), t) for t in np.arange(0.05, 0.9, 0.05)]
        (precision, recall, f1), threshold = max(tried, key=lambda one: one[0][2])
        print(f"  {name}, threshold {threshold:.2f}: {precision:.3f} {recall:.3f} {f1:.3f}")
    nearest = [result.codes[0] for result in searcher.search_many(texts, top=1)]
    precision, recall, f1 = figures(nearest, right)
    print(f"  first procedure of a search: {precision:.3f} {recall:.3f} {f1:.3f}")


if __name__ == "__main__":
    main()
