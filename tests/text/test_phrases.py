from __future__ import annotations

import unicodedata

from bot.text.phrases import normal, phrase_pattern


def test_each_word_matches_with_or_without_marks() -> None:
    pattern = phrase_pattern(["lệ phí"])
    for text in ("Lệ phí", "le phi", "lệ phi", unicodedata.normalize("NFD", "lệ phí")):
        assert pattern.search(normal(text))
    assert not pattern.search(normal("lê phi"))


def test_exact_phrases_need_their_marks() -> None:
    pattern = phrase_pattern([], exact=["thế"])
    assert pattern.search("thế nào")
    assert not pattern.search("the bao hiem")


def test_longest_phrase_wins_and_words_are_whole() -> None:
    pattern = phrase_pattern(["phí", "lệ phí bao nhiêu"], exact=[])
    assert pattern.findall("le phi bao nhieu") == ["le phi bao nhieu"]
    assert not pattern.search("phích")


def test_no_phrases_match_nothing() -> None:
    assert not phrase_pattern([]).search("gì cũng được")
