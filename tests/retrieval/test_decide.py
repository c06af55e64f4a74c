from __future__ import annotations

import numpy as np

from bot.retrieval.decide import CLOSE, MAX_CHOICES, OFFERED, decide, rivals, sureness


def test_sure_with_meaning_and_with_words() -> None:
    assert sureness(0.92, 20.0) > 0.9
    assert sureness(0.82, 0.0) < 0.1
    assert sureness(0.87, 10.0) > sureness(0.87, 1.0)


def test_a_clear_best_stands_alone() -> None:
    fused = np.array([0.9, 0.9 - 2 * CLOSE, 0.2], np.float32)
    assert rivals(fused, (0, 1, 2), {}) == [0]


def test_a_near_second_brings_the_near_ones() -> None:
    fused = np.array([0.9, 0.895, 0.9 - OFFERED / 2, 0.9 - 2 * OFFERED], np.float32)
    assert rivals(fused, (0, 1, 2, 3), {}) == [0, 1, 2]


def test_namesakes_are_always_offered_first() -> None:
    fused = np.array([0.9, 0.895, 0.5], np.float32)
    assert rivals(fused, (0, 1, 2), {0: frozenset({2})}) == [0, 2, 1]


def test_never_more_than_can_be_read() -> None:
    fused = np.full(9, 0.5, np.float32)
    assert len(rivals(fused, tuple(range(9)), {})) == MAX_CHOICES


def test_decisions() -> None:
    assert decide(0.1, [1, 2]) == "none"
    assert decide(0.9, [1]) == "answer"
    assert decide(0.9, [1, 2]) == "clarify"
