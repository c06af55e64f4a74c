"""Learning on made-up questions whose right answer one feature alone can tell."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.retrieval.examples import Example, read_examples
from bot.retrieval.fuse import FEATURES, best_rows, fuse, plainly, scaled
from bot.retrieval.learn import fit_weights, fused
from bot.retrieval.learned import load_learned
from bot.retrieval.pipeline import Searcher
from bot.retrieval.query import Query

SIZE = 80


def examples(telling: str) -> list[Example]:
    """Thirty questions; `telling` is high for the right row, the other features are noise."""
    dice = np.random.default_rng(5)
    made = []
    for right in range(30):
        features = {name: dice.random(SIZE).astype(np.float32) for name in FEATURES}
        features[telling][right] = 2.0
        made.append(Example(Query("", features=features), (right,)))
    return made


@pytest.mark.parametrize("telling", ["lexical.said", "dense.phrases", "covered.title"])
def test_the_feature_that_tells_gets_the_weight(telling: str) -> None:
    made = examples(telling)
    weights = fit_weights(made)
    assert max(weights, key=lambda name: weights[name]) == telling
    hits = [int(fused(example, weights).argmax()) in example.right for example in made]
    assert np.mean(hits) > 0.9


def test_a_penalty_is_never_a_reward() -> None:
    assert fit_weights(examples("title.unsaid")).get("title.unsaid", 0.0) <= 0


def test_scores_stay_below_one() -> None:
    parts = fuse(examples("lexical.said")[0].query.features, load_learned().weights)
    assert sum(parts.values()).max() <= 1.01


def test_words_weigh_less_in_the_language_of_titles() -> None:
    words = np.array([0.0, 1.0], np.float32)
    features = {"dense.phrases": words}
    formal = plainly({**features, "covered.title": np.array([0.9, 0.1], np.float32)})
    plain = plainly({**features, "covered.title": np.array([0.2, 0.1], np.float32)})
    assert formal["plain.phrases"][1] < plain["plain.phrases"][1]


def test_a_feature_that_says_nothing_is_zero() -> None:
    assert not scaled("lexical.said", np.zeros(3, np.float32)).any()
    assert not scaled("dense.title", np.full(3, 0.8, np.float32)).any()


def test_each_question_counts_with_and_without_its_best_phrasing(
    searcher: Searcher, tmp_path: Path
) -> None:
    inside = '{"question": "hai đứa yêu nhau sắp cưới thì ra đâu", "codes": ["1.000894"]}\n'
    (tmp_path / "questions.jsonl").write_text(inside, encoding="utf-8")
    outside = '{"question": "mai trời có mưa không"}\n'
    (tmp_path / "out_of_scope.jsonl").write_text(outside, encoding="utf-8")
    aided, strange, unaided = read_examples(searcher, tmp_path)
    assert (len(aided.right), len(unaided.right), strange.right) == (1, 1, ())
    row = aided.right[0]
    for name in ("dense.phrases", "lexical.phrase", "lexical.each", "covered.words"):
        assert aided.query.features[name][row] >= unaided.query.features[name][row]
    name = "dense.phrases"
    assert aided.query.features[name][row] > unaided.query.features[name][row]


def test_the_best_rows_come_in_order_and_ties_by_row() -> None:
    scores = np.array([0.1, 0.9, 0.5, 0.9, 0.5, 0.5], np.float32)
    assert best_rows(scores, 4) == [1, 3, 2, 4]
    assert best_rows(np.zeros(5, np.float32), 3) == [0, 1, 2]
    assert best_rows(scores, 99) == [1, 3, 2, 4, 5, 0]
