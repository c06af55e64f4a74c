"""The file of people's words: complete, and every phrase leads where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.cases.replies.details import Topic
from bot.dialogue.cases.asked import comes_back, is_not_mine, points_at_it, topic_of, wants_another
from bot.dialogue.cases.meant import Meant, meant
from bot.dialogue.cases.words import load_words
from bot.text.keystrokes import typed
from bot.text.shorthand import written_out

WORDS = load_words()


def test_every_meaning_and_every_topic_has_words() -> None:
    assert set(WORDS.meant) == set(Meant) - {Meant.YES}
    assert set(WORDS.topics) == set(Topic)


@pytest.mark.parametrize("meaning", list(WORDS.meant))
def test_what_is_said_alone_means_what_it_stands_under(meaning: str) -> None:
    found = {phrase: meant(phrase) for phrase in WORDS.meant[meaning]}
    assert {phrase for phrase, got in found.items() if got != meaning} == set()


@pytest.mark.parametrize("topic", list(WORDS.topics))
def test_what_is_asked_alone_is_what_it_stands_under(topic: Topic) -> None:
    found = {phrase: topic_of(phrase) for phrase in WORDS.topics[topic]}
    assert {phrase for phrase, got in found.items() if got is not topic} == set()


def test_words_of_a_region_are_understood_as_the_line_hands_them_on() -> None:
    """ "Tui đi mô lấy" reaches the dialogue as "tôi đi đâu lấy"."""
    asked = {phrase: topic for topic, phrases in WORDS.topics.items() for phrase in phrases}
    read = {phrase: topic_of(written_out(typed(phrase))) for phrase in asked}
    assert {phrase for phrase, topic in read.items() if topic is not asked[phrase]} == set()


def test_other_phrases_do_what_they_are_for() -> None:
    assert all(wants_another(phrase) for phrase in WORDS.another)
    assert all(is_not_mine(phrase) for phrase in WORDS.not_mine)
    assert all(points_at_it(phrase) for phrase in WORDS.this_case)
    assert all(comes_back(f"{phrase} hồ sơ") for phrase in WORDS.back)
    assert all(meant(phrase) is Meant.YES for phrase in WORDS.agreed)


def test_a_key_that_nobody_reads_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "words.yml"
    path.write_text("meaning: {}\n", encoding="utf-8")
    with pytest.raises(ValidationError):
        load_words(path)
