"""Questions out of scope sound unlike ours, on made-up vectors of two dimensions."""

from __future__ import annotations

import numpy as np

from bot.retrieval.examples import Example
from bot.retrieval.manner import fit_manner, unseen
from bot.retrieval.query import Query


def heard(at: int, ours: bool) -> Example:
    """A vector to the right for what is ours, to the left for what is not."""
    dice = np.random.default_rng(at)
    vector = np.array([[1.0 if ours else -1.0, 0.0]]) + dice.normal(0, 0.2, (1, 2))
    return Example(Query("", vector=vector.astype(np.float32)), (at,) if ours else ())


EXAMPLES = [heard(at, ours=at % 2 == 0) for at in range(40)]
SPOKEN = [heard(at, ours=True) for at in range(100, 120)]


def test_what_is_ours_is_above_nought() -> None:
    manner = fit_manner([*EXAMPLES, *SPOKEN])
    assert manner(np.array([1.0, 0.0], np.float32)) > 0 > manner(np.array([-1.0, 0.0], np.float32))


def test_each_example_is_judged_by_what_was_learned_without_it() -> None:
    found = unseen(EXAMPLES, SPOKEN)
    assert len(found) == len(EXAMPLES)
    assert [value > 0 for value in found] == [bool(e.right) for e in EXAMPLES]
    # An example that is labelled against its vector does not convince itself.
    odd = Example(EXAMPLES[1].query, (999,))
    assert unseen([*EXAMPLES, odd], SPOKEN)[-1] < 0
