"""The one question at the end: who is asked, and what answers it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import courtesies
from bot.dialogue.state import State as Memory
from tests.dialogue.tickets.talk import Talk

HELPED = Memory(recent=("1.000894",))


def test_who_was_helped_is_asked_once_how_it_was(talk: Talk) -> None:
    talk.memory = HELPED
    assert talk.say("tạm biệt", courtesies.goodbye) == ["goodbye"]
    assert talk.last
    assert talk.last.replies[0].payload["survey"] is True
    assert talk.say("4 điểm") == ["rated"]
    assert talk.scores == [4]
    talk.say("tạm biệt", courtesies.goodbye)
    assert "survey" not in talk.last.replies[0].payload


@pytest.mark.parametrize("said", ["5", "năm", "toi cham 5/5 diem", "dạ năm điểm ạ"])
def test_a_score_is_typed_said_or_tapped(talk: Talk, said: str) -> None:
    talk.memory = replace(HELPED, survey="asks")
    assert talk.say(said) == ["rated"]
    assert talk.scores == [5]


def test_a_tap_counts_though_nobody_asked_here(talk: Talk) -> None:
    """An adviser's last message carries the buttons, and the assistant did not ask."""
    assert talk.say("Tôi chấm 2/5 điểm") == ["rated"]


def test_a_number_counts_only_where_it_was_asked_for(talk: Talk) -> None:
    talk.memory = replace(HELPED, survey="asks")
    talk.say("1.000894")
    talk.say("4")
    assert talk.scores == []


@pytest.mark.parametrize(
    "memory",
    [Memory(), replace(HELPED, misses=2), replace(HELPED, survey="done")],
    ids=["nothing asked", "lost", "asked before"],
)
def test_who_was_not_helped_is_not_asked(talk: Talk, memory: Memory) -> None:
    talk.memory = memory
    talk.say("tạm biệt", courtesies.goodbye)
    assert talk.last
    assert "survey" not in talk.last.replies[0].payload


def test_who_was_angry_is_not_asked(talk: Talk) -> None:
    talk.memory = HELPED
    talk.complains()
    talk.say("thôi")
    talk.say("tạm biệt", courtesies.goodbye)
    assert talk.last
    assert "survey" not in talk.last.replies[0].payload


@pytest.mark.parametrize(
    ("said", "score"),
    [("rất hài lòng", 5), ("dạ em thấy bình thường ạ", 3), ("không hài lòng", 2)],
)
def test_the_name_of_a_score_is_one(talk: Talk, said: str, score: int) -> None:
    talk.memory = replace(HELPED, survey="asks")
    assert talk.say(said) == ["rated"]
    assert talk.scores == [score]


@pytest.mark.parametrize("said", ["10", "mười điểm", "chấm 9 điểm"])
def test_who_scores_beyond_the_scale_is_told_of_it(talk: Talk, said: str) -> None:
    talk.memory = replace(HELPED, survey="asks")
    assert talk.say(said) == ["score"]
    assert talk.scores == []
    assert talk.say("5") == ["rated"]
    assert talk.scores == [5]


def test_no_is_no_score(talk: Talk) -> None:
    talk.memory = replace(HELPED, survey="asks")
    assert talk.say("không") != ["score"]
    assert talk.scores == []
