"""Grouping is measured as it should be, by examples worked out by hand."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from bench.understanding.likeness import LONE, MANY, MOST, figures, joined, made_set


def test_pairs_that_are_together_and_belong_together() -> None:
    # Together: 01, 02, 12. Belong together: 01, 23.
    precision, recall, f1 = figures(["x", "x", "x", "y"], ["a", "a", "b", "b"])
    assert (precision, recall, f1) == (pytest.approx(1 / 3), 0.5, pytest.approx(0.4))


def test_each_goes_where_it_is_most_like() -> None:
    likeness = np.array([[1, 0.9, 0.1], [0.9, 1, 0.2], [0.1, 0.2, 1]])
    assert joined(likeness, 0.5) == [0, 0, 1]
    assert joined(likeness, 0.1) == [0, 0, 0]
    assert joined(likeness, 0.95) == [0, 1, 2]


def test_the_set_has_groups_and_strangers() -> None:
    texts, right = made_set()
    assert len(texts) == len(right) == len(set(texts))
    sizes = Counter(Counter(right).values())
    assert sizes[1] == LONE
    groups = [size for size in sizes.elements() if size > 1]
    assert len(groups) > 30
    assert all(MANY <= size <= MOST for size in groups)
