"""However a question is typed or heard, the right procedure stays among the first five.

Measured on our own questions only; `make bench-understanding` does it on the development half.
"""

from __future__ import annotations

import pytest

from bench.understanding.perturb import PERTURBATIONS
from bench.understanding.questions import own, sample
from bot.retrieval.evaluate import Question
from bot.retrieval.pipeline import Searcher
from bot.settings import settings

SAMPLE = 200  # questions; each perturbation is tried on every other one
# By how many points recall at 5 may fall: what was measured last, and three points for chance
# (one question is one point; capitals change nothing). The goals for the first four, on the
# development half, are 2, 3, 3 and 4: `make bench-understanding` measures those.
MAY_LOSE = {
    "no diacritics": 4,
    "Telex keystrokes": 3,
    "VNI keystrokes": 3,
    "one slip in five words": 3,
    "neighbouring keys": 8,
    "dropped letters": 3,
    "doubled letters": 4,
    "teen spelling": 3,
    "l/n confused": 3,
    "d/gi/r confused": 3,
    "s/x confused": 4,
    "ch/tr confused": 3,
    "hỏi/ngã confused": 4,
    "speech recogniser": 3,
    "words run together": 3,
    "all capitals": 1,
    "greeting, story, complaint": 13,
    "two questions": 4,
}
AT_LEAST = 0.92  # recall at 5 of the questions as they were written


@pytest.fixture(scope="module")
def questions() -> list[Question]:
    return sample(own(settings().data_dir / "retrieval"), SAMPLE)


@pytest.fixture(scope="module")
def found_as_written(whole: Searcher, questions: list[Question]) -> list[bool]:
    return _found(whole, [q.text for q in questions], questions)


def test_questions_as_written_find_their_procedure(found_as_written: list[bool]) -> None:
    assert sum(found_as_written) >= AT_LEAST * SAMPLE


@pytest.mark.parametrize("name", MAY_LOSE)
def test_a_perturbed_question_finds_it_too(
    name: str, whole: Searcher, questions: list[Question], found_as_written: list[bool]
) -> None:
    part = slice(list(MAY_LOSE).index(name) % 2, None, 2)
    tried, before = questions[part], found_as_written[part]
    after = _found(whole, [PERTURBATIONS[name](q.text) for q in tried], tried)
    assert 100 * (sum(before) - sum(after)) / len(tried) <= MAY_LOSE[name]


def test_every_perturbation_has_its_limit() -> None:
    assert list(MAY_LOSE) == list(PERTURBATIONS)


def _found(searcher: Searcher, texts: list[str], questions: list[Question]) -> list[bool]:
    results = searcher.search_many(texts, top=5)
    return [bool(q.accept & set(r.codes)) for q, r in zip(questions, results, strict=True)]
