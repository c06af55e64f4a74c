"""People's words: every procedure has some, and none is somebody else's question."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import mean

import pytest

from bot.catalogue.errors import RefusedImport
from bot.catalogue.store import Catalogue, load_catalogue
from bot.catalogue.words import Words, asked_most, load_words, read_words
from bot.catalogue.words_check import problems
from bot.settings import ROOT, settings
from bot.text.fold import fold

EVALUATION = ROOT.parent / "shared" / "evaluation"
BIRTH, DEATH = "1.001193", "1.000656"
ALIKE = 0.8  # words that two texts share, of all words in both
FEWEST = 5  # words: shorter phrasings are names that anybody may use
FAIR = 1.25  # phrasings of the codes that the questions concern, beside others of their kind


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(settings().data_dir / "catalogue")


def entry(**changes: object) -> dict[str, Words]:
    sound = {
        "code": BIRTH,
        "short_name": "Khai sinh",
        "phrasings": [
            "mới có em bé",
            "vợ vừa đẻ",
            "giấy cho con mới",
            "sinh cháu",
            "có con",
        ],
    }
    words = Words.model_validate({**sound, **changes})
    return {words.code: words}


def test_every_procedure_has_words_and_all_are_sound(catalogue: Catalogue) -> None:
    words = load_words()
    assert set(words) == set(catalogue.procedures)
    assert len(asked_most()) >= 150
    assert problems(words, catalogue.procedures, asked_most()) == []


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"code": "9.999999"}, "not in the catalogue"),
        ({"short_name": "tên " * 13}, "13 syllables"),
        ({"phrasings": ["mới có em bé"]}, "at least 5 wanted"),
        ({"phrasings": ["khai sinh a", "khai sinh b", "khai sinh c", "khai sinh d", "khai sinh e"]},
         "0 phrasings without"),
        ({"phrasings": ["sinh bé", "Sinh  bé!", "đẻ con", "có cháu", "thêm người"]}, "comes twice"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_is_named(
    catalogue: Catalogue, changes: dict[str, object], reason: str
) -> None:
    assert reason in "\n".join(problems(entry(**changes), catalogue.procedures, frozenset()))


def test_a_phrasing_of_two_must_be_marked_in_both(catalogue: Catalogue) -> None:
    other = {"code": DEATH, "short_name": "Khai tử"}
    shared = entry() | entry(**other, ambiguous_with=[BIRTH])
    assert "also of 1.000656, not marked" in "\n".join(
        problems(shared, catalogue.procedures, frozenset())
    )
    marked = entry(ambiguous_with=[DEATH]) | entry(**other, ambiguous_with=[BIRTH])
    assert "not marked" not in "\n".join(problems(marked, catalogue.procedures, frozenset()))


def test_those_asked_most_need_more(catalogue: Catalogue) -> None:
    said = "\n".join(problems(entry(), catalogue.procedures, frozenset({BIRTH})))
    assert "at least 20 wanted" in said


def test_a_broken_line_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"code": "1.001193"}\n', encoding="utf-8")
    with pytest.raises(RefusedImport, match=r"a\.jsonl, dòng 1"):
        read_words(tmp_path)


def evaluation() -> list[dict[str, object]]:
    if not EVALUATION.is_dir():
        pytest.skip("../shared/evaluation is not there: nothing to compare with")
    files = sorted(EVALUATION.glob("*.jsonl"))
    return [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]


@pytest.mark.shared
def test_no_phrasing_and_no_question_of_ours_is_one_of_the_evaluation() -> None:
    theirs = [set(fold(str(row["question"])).split()) for row in evaluation()]
    folder = settings().data_dir / "retrieval"
    ours = [phrasing for words in load_words().values() for phrasing in words.phrasings]
    for path in sorted(folder.glob("*.jsonl")):
        ours += [json.loads(line)["question"] for line in path.read_text("utf-8").splitlines()]
    near = [text for text in ours if _alike(set(fold(text).split()), theirs)]
    assert near == []


def _alike(words: set[str], others: list[set[str]]) -> bool:
    if len(words) < FEWEST:
        return False
    return any(len(words & other) > ALIKE * len(words | other) for other in others)


@pytest.mark.shared
def test_what_the_evaluation_asks_about_has_no_more_words_than_others() -> None:
    asked = {str(code) for row in evaluation() for code in row.get("accept_codes") or ()}  # type: ignore[attr-defined]
    words, most = load_words(), asked_most()
    for kind in (most, set(words) - most):
        inside = [len(words[code].phrasings) for code in kind & asked]
        outside = [len(words[code].phrasings) for code in kind - asked]
        assert mean(inside) <= FAIR * mean(outside)
