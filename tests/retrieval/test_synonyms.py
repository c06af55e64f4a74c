from __future__ import annotations

import pytest

from bot.retrieval.synonyms import Synonym, Synonyms, load_synonyms
from bot.text.fold import fold


def test_lexicon_finds_words_with_and_without_marks() -> None:
    lexicon = load_synonyms()
    for text in ("làm sổ đỏ", "lam so do"):
        assert any("quyền sử dụng đất" in meaning for meaning in lexicon.expand(text))


def test_exact_words_need_their_marks() -> None:
    lexicon = Synonyms([Synonym(exact=("chùa",), means="cơ sở tôn giáo")])
    assert lexicon.expand("sửa chùa") == ("cơ sở tôn giáo",)
    assert lexicon.expand("con chua co giay") == ()


def test_no_phrase_stands_in_two_entries() -> None:
    from bot.retrieval import synonyms

    rows = synonyms.read_entries()
    said = [fold(phrase) for row in rows for phrase in (*row.say, *row.exact)]
    assert sorted({phrase for phrase in said if said.count(phrase) > 1}) == []


def test_unknown_key_is_an_error() -> None:
    with pytest.raises(ValueError, match="mean"):
        Synonym.model_validate({"say": ["a"], "mean": "b"})
