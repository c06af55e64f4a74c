from __future__ import annotations

from pathlib import Path

import pytest

from bot.retrieval import evaluate
from bot.retrieval.evaluate import Question, Recall
from bot.retrieval.pipeline import Searcher
from tests.retrieval.conftest import EVALUATION

# Per column at least the better of the two best simple methods, and without diacritics at least
# BM25 on words and word pairs; measured figures stand in docs/retrieval.md.
FLOORS = ((0.662, 0.881), (0.635, 0.828), (0.725, 0.863), (0.725, 0.863))


@pytest.mark.shared
def test_recall_on_the_development_half(whole: Searcher) -> None:
    if not EVALUATION.is_dir():
        pytest.skip("../shared/evaluation is not there: no labelled questions")
    ours = evaluate.rankings(whole)["motcua"]
    for (name, questions), (at_1, at_5) in zip(
        evaluate.columns(EVALUATION).items(), FLOORS, strict=True
    ):
        measured = evaluate.recall(ours, questions)
        assert measured.at_1 >= at_1, name
        assert measured.at_5 >= at_5, name


def test_recall_counts_the_first_and_the_first_five() -> None:
    questions = [Question(str(n), frozenset({"x"})) for n in range(4)]
    answers = [["x", "y"], ["y", "x"], ["a", "b", "c", "d", "x"], ["a"] * 5 + ["x"]]
    assert evaluate.recall(lambda _: answers, questions) == Recall(0.25, 0.75)


def test_questions_are_read(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text('{"id": 1, "question": "q", "accept_codes": ["c"]}\n\n{"question": "r"}\n')
    assert evaluate.read_questions(path) == [
        Question("q", frozenset({"c"})),
        Question("r", frozenset()),
    ]
