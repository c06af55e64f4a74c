"""Questions out of scope sound unlike ours: by a made-up vector, or by their words."""

from __future__ import annotations

import numpy as np
import pytest

from bot.retrieval.examples import Example
from bot.retrieval.learned import Manner, terms
from bot.retrieval.manner import fit_manner, unseen
from bot.retrieval.query import Query

NOWHERE = np.zeros(2, np.float32)


def heard(at: int, ours: bool) -> Example:
    """A vector to the right for what is ours, to the left for what is not."""
    dice = np.random.default_rng(at)
    vector = np.array([[1.0 if ours else -1.0, 0.0]]) + dice.normal(0, 0.2, (1, 2))
    text = f"xin giấy phép {at}" if ours else f"thời tiết {at}"
    query = Query(text, restored=text, vector=vector.astype(np.float32))
    return Example(query, (at,) if ours else ())


EXAMPLES = [heard(at, ours=at % 2 == 0) for at in range(40)]


@pytest.fixture(scope="module")
def manner() -> Manner:
    return fit_manner(EXAMPLES)


def test_what_means_ours_is_above_nought(manner: Manner) -> None:
    right, left = np.array([[1.0, 0.0], [-1.0, 0.0]], np.float32)
    assert manner("", right) > 0 > manner("", left)


def test_words_tell_too(manner: Manner) -> None:
    assert manner("giấy phép", NOWHERE) > 0 > manner("Thời tiết?", NOWHERE)


def test_words_that_say_nothing_are_not_kept(manner: Manner) -> None:
    assert {"giấy phép", "thời tiết"} <= set(manner.words)
    assert not any(str(at) in manner.words for at in range(40))  # each stands in one example
    assert manner("một hai ba", NOWHERE) == manner.bias


def test_terms_are_words_and_pairs_each_once() -> None:
    assert terms("Xe máy, xe máy!") == ["xe", "máy", "xe máy", "máy xe"]
    assert terms(" ?") == []


def test_words_that_only_ask_or_address_are_no_terms() -> None:
    assert terms("em ơi, xe nào thế, làm sao?") == ["xe", "ơi xe", "xe nào"]


def test_each_example_is_judged_by_what_was_learned_without_it() -> None:
    found = unseen(EXAMPLES)
    assert len(found) == len(EXAMPLES)
    assert [value > 0 for value in found] == [bool(e.right) for e in EXAMPLES]
    # An example that is labelled against its vector and words does not convince itself.
    odd = Example(EXAMPLES[1].query, (999,))
    assert unseen([*EXAMPLES, odd])[-1] < 0
