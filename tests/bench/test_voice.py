"""What bench.voice measures with."""

from __future__ import annotations

import pytest

from bench.voice import parts
from bench.voice.asked import Message, found, kind, questions, right
from bench.voice.misheard import misheard, word_error
from bot.text.rhymes import is_syllable


def test_questions_are_misheard_as_often_as_by_whisper_on_a_telephone() -> None:
    texts = [question.text for question in questions(200)]
    assert word_error(texts) == pytest.approx(0.41, abs=0.02)
    assert [misheard(text) for text in texts[:5]] == [misheard(text) for text in texts[:5]]


def test_what_is_written_down_are_syllables() -> None:
    said = "làm giấy khai sinh cho con ở phường nào thì được hưởng chế độ nhanh nhất"
    for word_error_ in (0.3, 0.6, 1.0):
        assert all(map(is_syllable, misheard(said, word_error_).split()))
    assert misheard(said, 0.0) == said


def test_a_share_lies_within_a_bucket() -> None:
    before = {"answering": {0.1: 5.0, 0.5: 5.0, 1.0: 5.0}}
    after = {"answering": {0.1: 95.0, 0.5: 101.0, 1.0: 105.0}}
    row = parts.since(before, after)["answering"]
    assert parts.at_most(row, 0.5) == 0.1
    assert parts.at_most(row, 0.95) == 0.5
    assert parts.at_most({}, 0.95) == 0.0


def message(decision: str, codes: list[str], *choices: list[str]) -> Message:
    drawn = [{"codes": leads_to} for leads_to in choices]
    return {"meta": {"decision": decision, "codes": codes}, "payload": {"choices": drawn}}


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (message("answer", ["a"]), "told"),
        (message("answer", ["b", "a"]), "missed"),
        (message("clarify", ["b", "a"]), "offered"),
        (message("clarify", ["b", "c", "a"]), "missed"),
        (message("none", ["a", "b"]), "offered"),
        (message("notice", []), "refused"),
        (message("clarify", ["x"], ["b"], ["a", "c"]), "guided"),
        (message("clarify", ["x"], ["b"], ["c"]), "missed"),
    ],
)
def test_only_what_is_read_out_counts(answer: Message, outcome: str) -> None:
    assert kind(answer, {"a"}) == outcome


def test_what_was_not_understood_is_not_asked() -> None:
    tried = questions(3)
    outcomes = found(tried, lambda _: ("", ()), lambda _: message("answer", ["a"]))
    assert outcomes == {"refused": 3}
    assert right(outcomes) == 0.0
