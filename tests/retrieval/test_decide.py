from __future__ import annotations

import numpy as np

from bot.retrieval.decide import MAX_CHOICES, OFFERED, Decider, Logistic, measure, rivals
from bot.retrieval.query import Query

NOBODY: frozenset[int] = frozenset()
DECIDER = Decider(
    scope=Logistic(bias=-8.0, slopes={"cosine.title": 10.0}),
    right=Logistic(bias=0.0, slopes={"margin": 10.0}),
    none_below=0.5,
    answer_from=0.6,
)


def test_a_logistic_rises_with_its_figure_and_never_overflows() -> None:
    model = Logistic(bias=-1.0, slopes={"margin": 2.0})
    assert model({"margin": 0.5}) == 0.5
    assert 0 <= model({"margin": -1e9}) < model({"margin": 0.6}) < model({"margin": 1e9}) <= 1


def test_a_clear_best_stands_alone() -> None:
    fused = np.array([0.9, 0.89, 0.2], np.float32)
    assert rivals(fused, (0, 1, 2), NOBODY, (), clear=True) == [0]


def test_a_best_that_may_be_wrong_brings_the_near_ones() -> None:
    fused = np.array([0.9, 0.895, 0.9 - OFFERED / 2, 0.9 - 2 * OFFERED], np.float32)
    assert rivals(fused, (0, 1, 2, 3), NOBODY, (), clear=False) == [0, 1, 2]


def test_it_is_asked_even_when_the_next_is_far() -> None:
    fused = np.array([0.9, 0.3], np.float32)
    assert rivals(fused, (0, 1), NOBODY, (), clear=False) == [0, 1]


def test_namesakes_are_always_offered_first() -> None:
    fused = np.array([0.9, 0.895, 0.5], np.float32)
    assert rivals(fused, (0, 1, 2), frozenset({2}), (), clear=False) == [0, 2, 1]


def test_what_many_titles_hold_is_asked() -> None:
    fused = np.array([0.9, 0.85, 0.84, 0.2], np.float32)
    assert rivals(fused, (0, 1, 2, 3), NOBODY, (0, 1, 2), clear=True) == [0, 1, 2]


def test_never_more_than_can_be_read() -> None:
    fused = np.full(9, 0.5, np.float32)
    assert len(rivals(fused, tuple(range(9)), NOBODY, (), clear=False)) == MAX_CHOICES


def test_decisions() -> None:
    far, near = {"cosine.title": 0.7}, {"cosine.title": 0.9}
    assert DECIDER.decide(far, [1, 2]) == "none"
    assert DECIDER.decide(near, [1]) == "answer"
    assert DECIDER.decide(near, [1, 2]) == "clarify"


def test_the_figures_of_a_question() -> None:
    first, second = np.array([1.0, 0.5, 0.0], np.float32), np.array([0.2, 0.9, 0.1], np.float32)
    searches = ("lexical.title", "lexical.said", "lexical.phrase", "lexical.each")
    features = dict.fromkeys(searches, first)
    features["covered.words"] = np.array([0.2, 0.8, 0.9], np.float32)
    features["title.quoted"] = np.array([0.0, 1.0, 0.0], np.float32)
    features |= {"dense.title": second, "dense.facts": second, "dense.phrases": first}
    query = Query("", features=features, figures={"known": 0.5})
    figures = measure(query, np.array([0.8, 0.6, 0.1], np.float32), (0, 1, 2), NOBODY)
    assert figures["agreed"] == 3 / 5  # said, each word and the phrasings' vectors put it first
    assert round(figures["margin"], 3) == 0.2
    assert figures["quoted"] == 0.0
    assert figures["known"] == 0.5
    assert round(figures["covered"], 3) == 0.9  # the third knows most of the words
    assert round(figures["apart"], 3) == 0.5
    assert round(figures["cosine.title"], 3) == 0.9
    namesake = measure(query, np.array([0.8, 0.6, 0.1], np.float32), (0, 1, 2), frozenset({1}))
    assert round(namesake["margin"], 3) == 0.7
