"""What a language knows of its texts."""

from __future__ import annotations

from bot.text.language import START, Language, common_words, words_of

TEXTS = ["Đăng ký kết hôn", "Đăng ký khai sinh"]


def test_words_and_pairs_are_counted() -> None:
    language = Language(TEXTS)
    assert language.words["đăng"] == 2
    assert language.pairs[("ký", "kết")] == 1
    assert language.pairs[(START, "đăng")] == 2


def test_a_pair_that_was_met_is_likelier() -> None:
    language = Language(TEXTS)
    assert language.log("ký", "kết") > language.log("ký", "hôn") > language.log("ký", "lạ")


def test_without_diacritics() -> None:
    bare = Language([*TEXTS, "đang ký"]).bare()
    assert bare.words["dang"] == 3
    assert bare.pairs[("dang", "ky")] == 3
    assert bare.log("ky", "ket") < 0


def test_words_are_letters_and_digits_in_lower_case() -> None:
    assert words_of("Mẫu 01: Kết_hôn!") == ["mẫu", "01", "kết", "hôn"]


def test_common_words_are_those_of_everyday_life() -> None:
    assert {"xổ số", "ác mộng"} <= set(common_words())
