"""Two records side by side, the papers of a situation, wordings to copy."""

from __future__ import annotations

from datetime import date

import pytest

from bot.catalogue.model import Procedure
from bot.catalogue.store import Catalogue, load_catalogue
from bot.lookup import checklist
from bot.lookup.fields import FIELDS
from bot.lookup.sides import Side, side_by_side
from bot.lookup.wording import for_citizen, official

TODAY = date(2026, 11, 22)
BIRTH, AGAIN = "1.001193", "1.004884"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def side(catalogue: Catalogue, code: str) -> Side:
    return Side(catalogue.procedures[code], catalogue.local.status(code))


def test_a_record_beside_itself_has_no_difference(catalogue: Catalogue) -> None:
    rows = side_by_side(side(catalogue, BIRTH), side(catalogue, BIRTH), TODAY)
    assert all(row.same for row in rows)


def test_only_what_differs_is_marked_and_on_both_sides(catalogue: Catalogue) -> None:
    rows = {
        row.heading: row
        for row in side_by_side(side(catalogue, BIRTH), side(catalogue, AGAIN), TODAY)
    }
    assert rows["Lĩnh vực"].same
    title = rows["Tên thủ tục"]
    assert [line.alone for line in (*title.left, *title.right)] == [True, True]
    law = rows["Căn cứ pháp lý"]
    shared = [line.text for line in law.left if not line.alone]
    assert set(shared) == {line.text for line in law.right if not line.alone}
    assert "Luật số 60/2014/QH13" in shared


def test_the_same_paper_is_the_same_when_only_one_record_has_papers_for_some(
    catalogue: Catalogue,
) -> None:
    again, new = side(catalogue, "1.014064"), side(catalogue, "1.014063")
    rows = {row.heading: row for row in side_by_side(again, new, TODAY)}
    papers = rows["Giấy tờ cần có"]
    assert [line.alone for line in papers.left] == [False, False, False, True]
    assert not any(line.alone for line in papers.right)
    assert rows["Cách nộp trực tuyến"].same, "only the code to look for differs"


def test_what_everybody_needs_is_told_from_what_only_some_do(catalogue: Catalogue) -> None:
    record = catalogue.procedures[BIRTH]
    groups = checklist.groups(record, catalogue.local.status(BIRTH))
    lines = {line.number: line for group in groups for line in group.lines}
    assert sorted(lines) == list(range(len(record.papers)))
    always = [line.text for line in lines.values() if line.always]
    assert any("Giấy chứng sinh" in text for text in always)
    assert not any("Trường hợp" in text for text in always)
    assert [g.lines for g in checklist.chosen(groups, frozenset({3}))] == [(lines[3],)]


def test_every_paper_of_every_record_can_be_chosen(catalogue: Catalogue) -> None:
    for record in list(catalogue.procedures.values())[::10]:
        groups = checklist.groups(record, catalogue.local.status(record.code))
        numbers = [line.number for group in groups for line in group.lines]
        papers = [n for n, paper in enumerate(record.papers) if paper.use != "note"]
        assert sorted(numbers) == papers, record.code


def test_the_guides_question_leads_on(catalogue: Catalogue) -> None:
    first = checklist.asked(BIRTH, catalogue)
    assert first
    further = [o.to for o in first.question.options if o.to not in catalogue.procedures]
    for place in further:
        following = checklist.asked(BIRTH, catalogue, first.guide, place)
        assert following
        assert following.place == place
    assert checklist.asked(BIRTH, catalogue, "no such guide") is None


def test_the_two_wordings(catalogue: Catalogue) -> None:
    plain, formal = (way(BIRTH, catalogue, TODAY) for way in (for_citizen, official))
    assert "tháng 7/2026" in plain
    assert "tháng 7/2026" in formal
    assert "bố mẹ" in plain
    assert formal.startswith("Thủ tục hành chính: Thủ tục đăng ký khai sinh\nMã thủ tục: 1.001193")
    assert "- Luật số 60/2014/QH13" in formal


def test_every_field_of_a_record_has_a_name_in_the_history() -> None:
    assert list(FIELDS) == list(Procedure.model_fields)


def test_no_wording_of_any_record_has_a_hole(catalogue: Catalogue) -> None:
    for code in list(catalogue.procedures)[::25]:
        for way in (for_citizen, official):
            text = way(code, catalogue, TODAY)
            assert "None" not in text, code
            assert ".." not in text.replace("...", ""), (code, text)
