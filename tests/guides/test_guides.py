"""The guides of the repository, and what a guide may not do."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.answers.aspect import Aspect
from bot.answers.compose import answer
from bot.catalogue.errors import RefusedImport
from bot.catalogue.local import LocalStatus, LocalTruth
from bot.catalogue.store import Catalogue, load_catalogue
from bot.guides.check import problems
from bot.guides.fill import fill
from bot.guides.model import Guide, Option, Question, load_guides, read_guides
from bot.guides.reply import asked, told

TODAY = date(2026, 8, 1)
PASSPORT, LOST = "1.001456", "1.001445"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def guide(**changes: object) -> Guide:
    """A sound guide, with `changes`."""
    options = (Option(label="Còn hộ chiếu", to=PASSPORT), Option(label="Bị mất", to=LOST))
    start = Question(ask="Hộ chiếu còn không?", spoken="Hộ chiếu còn không?", options=options)
    sound = {
        "title": "Hộ chiếu",
        "codes": (PASSPORT, LOST),
        "intro": "Nộp ở công an. Lệ phí: {fee:1.001456}.",
        "questions": {"start": start},
        "forget": ("Mang ảnh.",),
        "spoken": "Anh chị nộp ở công an.",
    }
    return Guide.model_validate({**sound, **changes})


def broken(catalogue: Catalogue, **changes: object) -> str:
    return "\n".join(problems({"thu": guide(**changes)}, catalogue.procedures))


def test_there_are_enough_and_all_are_sound(catalogue: Catalogue) -> None:
    guides = load_guides()
    assert len(guides) >= 120
    assert problems(guides, catalogue.procedures) == []


def test_a_sound_guide_has_no_problem(catalogue: Catalogue) -> None:
    assert broken(catalogue) == ""


@pytest.mark.parametrize(
    "intro",
    ["Phí 200.000 đồng.", "Phí hai trăm nghìn.", "Xong sau 8 ngày.", "Giảm 50%.", "Nộp 2 ảnh."],
)
def test_a_fact_of_its_own_is_refused(catalogue: Catalogue, intro: str) -> None:
    assert "literal" in broken(catalogue, intro=intro)


def test_a_code_that_does_not_exist_is_refused(catalogue: Catalogue) -> None:
    assert "names no procedure" in broken(catalogue, intro="Phí {fee:9.999999}.")
    assert "not in the catalogue" in broken(catalogue, codes=("9.999999",), questions={})


def test_an_unknown_placeholder_is_refused(catalogue: Catalogue) -> None:
    assert "unknown placeholder" in broken(catalogue, intro="Phí {price:1.001456}.")


def test_a_tree_that_leads_nowhere_is_refused(catalogue: Catalogue) -> None:
    options = (Option(label="A", to="later"), Option(label="B", to=PASSPORT))
    start = Question(ask="?", spoken="?", options=options)
    said = broken(catalogue, questions={"start": start}, codes=(PASSPORT,))
    assert "neither a question nor a code" in said


def test_a_general_title_leads_to_the_question_and_is_no_end(catalogue: Catalogue) -> None:
    codes = (PASSPORT, LOST, "1.010386")
    assert "differ" in broken(catalogue, codes=codes)
    assert broken(catalogue, codes=codes, general=("1.010386",)) == ""
    assert "no codes of the guide" in broken(catalogue, general=("1.010386",))


def test_long_speech_is_refused(catalogue: Catalogue) -> None:
    assert "syllables" in broken(catalogue, spoken="rất dài " * 90)


def test_a_file_that_is_no_guide_is_named(tmp_path: Path) -> None:
    (tmp_path / "la.yml").write_text("title: Lạ\n", encoding="utf-8")
    with pytest.raises(RefusedImport, match=r"la\.yml"):
        read_guides(tmp_path)


def test_facts_are_filled_from_the_record(catalogue: Catalogue) -> None:
    text = fill("Lệ phí: {fee:1.000894}.", catalogue, catalogue.local, TODAY)
    assert text == "Lệ phí: 0 đồng (lệ phí đăng ký)."


@pytest.mark.parametrize("name", sorted(load_guides()))
def test_every_guide_reads_well_when_told(catalogue: Catalogue, name: str) -> None:
    one = load_guides()[name]
    procedure = catalogue.procedures[one.codes[0]]
    local = LocalStatus()
    card = answer(procedure, Aspect.OVERVIEW, local=local, asof=catalogue.asof, today=TODAY)
    reply = told(name, one, card, catalogue, LocalTruth(), TODAY)
    for text in (reply.text, reply.spoken):
        assert not re.search(r"[{}]|None|\.\.|: \.|\s\.(\s|$)", text)
    assert one.codes[0] in reply.text
    assert len(reply.text) < 1300
    assert len(reply.spoken.split()) < 180


def test_a_question_names_each_option_once() -> None:
    reply = asked(guide(), "start")
    assert [choice["label"] for choice in reply.payload["choices"]] == ["Còn hộ chiếu", "Bị mất"]
    assert "1. Còn hộ chiếu" in reply.text
    assert "Một là" in reply.spoken


def test_three_options_are_read_out_and_the_fourth_is_handed_on() -> None:
    reply = asked(load_guides()["ket-hon"], "start")
    assert len(reply.payload["choices"]) == 4
    assert "Ba là" in reply.spoken
    assert "Bốn là" not in reply.spoken
    assert reply.payload["spoken_more"].startswith("Bốn là")
    assert "spoken_more" not in asked(load_guides()["tam-tru"], "start").payload


def test_what_is_told_aloud_ends_with_what_can_be_heard_next(catalogue: Catalogue) -> None:
    one = load_guides()["ho-chieu"]
    procedure = catalogue.procedures[one.codes[0]]
    card = answer(procedure, Aspect.OVERVIEW, local=LocalStatus(), asof=catalogue.asof, today=TODAY)
    reply = told("ho-chieu", one, card, catalogue, LocalTruth(), TODAY)
    assert reply.spoken.endswith("Anh chị muốn nghe tiếp giấy tờ, lệ phí hay thời hạn?")


def test_other_cases_are_those_that_lead_elsewhere() -> None:
    labels = [option.label for option in load_guides()["khai-sinh"].beside_usual()]
    assert "Bé mới sinh" not in labels
    assert "Bố hoặc mẹ là người nước ngoài" in labels
    assert guide(questions={}, codes=(PASSPORT,)).beside_usual() == ()
