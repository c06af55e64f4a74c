from __future__ import annotations

import pytest

from bot.catalogue.store import Catalogue
from bot.retrieval.pipeline import Searcher

MARRIAGE = "1.000894"
BIRTH = "1.001193"


@pytest.mark.parametrize(
    "text", ["1.001193", "mã 1-001193 cần gì", "Đăng ký khai sinh (1.001193)", "1001193"]
)
def test_code_settles_it(searcher: Searcher, text: str) -> None:
    found = searcher.search(text)
    assert (found.codes[0], found.decision, found.matched_by) == (BIRTH, "answer", "code")
    assert found.trace.figures == {}  # the encoder was not asked


def test_two_codes_are_offered_in_order(searcher: Searcher) -> None:
    found = searcher.search("1.001193 hay 1.000894?")
    assert found.decision == "clarify"
    assert found.choices == [BIRTH, MARRIAGE]


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tục đăng ký kết hôn",
        "đăng ký kết hôn",
        "dang ky ket hon",
        "cho em hỏi đăng ký kết hôn cần giấy tờ gì ạ",
        "DANG KY KET HON O DAU",
    ],
)
def test_official_title_settles_it(searcher: Searcher, text: str) -> None:
    found = searcher.search(text)
    assert (found.codes[0], found.decision, found.matched_by) == (MARRIAGE, "answer", "title")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hai đứa định lấy nhau thì đăng ký ở đâu", MARRIAGE),
        ("hai dua dinh lay nhau thi dang ky o dau", MARRIAGE),
        ("vợ vừa đẻ, khai sinh cho cháu", BIRTH),
        ("vo vua de, khai sinh cho chau", BIRTH),
        ("rơi mất thẻ căn cước", "1.014064"),
    ],
)
def test_everyday_words(searcher: Searcher, text: str, code: str) -> None:
    assert code in searcher.search(text).codes[:3]


@pytest.mark.parametrize(
    "text", ["giá vàng hôm nay bao nhiêu", "ai là tổng thống Mỹ", "blah blah asdf", "123456", ""]
)
def test_strange_questions_find_nothing(whole: Searcher, text: str) -> None:
    found = whole.search(text)
    assert found.decision == "none"
    assert len(found.codes) == 10  # the best all the same


def test_same_titles_are_offered(whole: Searcher) -> None:
    siblings = [p for p in whole.catalogue.procedures.values() if p.same_title]
    assert siblings
    for procedure in siblings[:40]:
        found = whole.search(procedure.title)
        assert found.decision == "clarify"
        assert 2 <= len(found.choices) <= 4
        assert {procedure.code, *procedure.same_title} & set(found.choices)


def test_excluded_codes_never_come_back(searcher: Searcher) -> None:
    found = searcher.search("đăng ký kết hôn", exclude=frozenset({MARRIAGE}))
    assert MARRIAGE not in found.codes
    assert searcher.search("1.001193", exclude=frozenset({BIRTH})).codes[0] != BIRTH


def test_ties_are_broken_by_code_and_scores_fall(searcher: Searcher) -> None:
    found = searcher.search("", top=20)
    pairs = list(zip([-score for score in found.scores], found.codes, strict=True))
    assert pairs == sorted(pairs)


def test_one_by_one_and_together_agree(searcher: Searcher) -> None:
    texts = ["lấy vợ cần gì", "mất căn cước", "nhap ho khau cho con", "1.001193", ""]
    together = searcher.search_many(texts)
    assert [r.codes for r in together] == [searcher.search(text).codes for text in texts]


def test_trace_explains_the_score(searcher: Searcher) -> None:
    found = searcher.search("hai đứa định lấy nhau thì đăng ký ở đâu")
    best = found.codes[0]
    assert set(found.trace.parts[best]) == set(searcher.learned.weights)
    assert sum(found.trace.parts[best].values()) == pytest.approx(found.scores[0], abs=1e-3)
    assert "đăng ký kết hôn" in found.trace.meanings
    assert list(found.trace.ms) == [
        *("recognise", "read", "match_words", "match_titles", "match_meaning", "fuse", "decide")
    ]


@pytest.mark.parametrize("text", ["😀😀", "\x00\x01", "<script>", "a" * 10_000, "  \n\t", "\ud800"])
def test_bad_input_is_no_error(searcher: Searcher, text: str) -> None:
    assert searcher.search(text).decision in ("answer", "clarify", "none")


def test_each_title_finds_its_procedure(searcher: Searcher, small: Catalogue) -> None:
    for code, procedure in small.procedures.items():
        found = searcher.search(procedure.title, top=4)
        assert code in found.codes
