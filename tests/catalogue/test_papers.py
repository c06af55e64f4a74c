"""Traps 3 and 9: papers, notes among them, and names that go on for pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.catalogue.derive.papers import derive_papers
from bot.catalogue.derive.raw import RawPaper, RawProcedure
from bot.catalogue.importers.gathered import read_gathered
from bot.catalogue.model import Paper, PaperUse, Procedure
from bot.catalogue.store import Catalogue
from tests.catalogue.conftest import GATHERED, needs_shared, read_raw


def derive(*papers: RawPaper, with_notes: bool = True) -> tuple[Paper, ...]:
    raw = RawProcedure("1.000001", "t", "f", "2026-07", "Cấp xã", papers=papers)
    return derive_papers(raw, with_notes=with_notes)


def test_headings_tell_papers_apart(get: Callable[[str], Procedure]) -> None:
    papers = get("1.001193").papers
    names = {use: [p.name for p in papers if p.use is use] for use in PaperUse}
    assert "Giấy chứng sinh" in names[PaperUse.SUBMIT]
    assert any(name.startswith("Hộ chiếu/Thẻ căn cước") for name in names[PaperUse.SHOW])
    assert names[PaperUse.NOTE] == []  # facts only: remarks stay out of the repository


@needs_shared
def test_full_text_keeps_the_notes_as_notes() -> None:
    raw = read_gathered(read_raw(GATHERED, "1.001193"))
    uses = {p.use for p in derive_papers(raw, with_notes=True)}
    assert uses == {PaperUse.SUBMIT, PaperUse.SHOW, PaperUse.NOTE}
    assert len(derive_papers(raw, with_notes=False)) < len(derive_papers(raw, with_notes=True))


def test_no_name_is_long_or_empty(catalogue: Catalogue) -> None:
    papers = [p for x in catalogue.procedures.values() for p in x.papers]
    assert len(papers) > 11_000
    assert max(len(p.name) for p in papers) <= 160
    assert all(any(map(str.isalpha, p.name)) for p in papers)


def test_first_clause_and_quantities() -> None:
    text = "- Đơn đề nghị (theo mẫu); trường hợp nộp trực tuyến thì điền biểu mẫu điện tử."
    (paper,) = derive(RawPaper("", text, originals=1, copies=2))
    assert (paper.name, paper.originals, paper.copies) == ("Đơn đề nghị (theo mẫu)", 1, 2)


def test_no_quantity_is_unknown_not_zero() -> None:
    (paper,) = derive(RawPaper("", "Giấy ủy quyền"))
    assert (paper.originals, paper.copies) == (None, None)


@pytest.mark.parametrize("bullet", ["-", "+", "*", "(1)", "a)", "(iv)", "1.", "1.2.", "đ)", "+)"])
def test_bullets_are_not_part_of_the_name(bullet: str) -> None:
    assert (
        derive(RawPaper("", f"{bullet} Bản sao quyết định", 0, 1))[0].name == "Bản sao quyết định"
    )


def test_introduction_takes_the_next_clause_along() -> None:
    assert derive(RawPaper("", "Bản sao: - Giấy phép", 0, 1))[0].name == "Bản sao: Giấy phép"


def test_sentence_without_a_paper_is_a_note() -> None:
    note = RawPaper("", "Trường hợp dữ liệu đã có trên hệ thống thì không phải nộp.")
    assert derive(note)[0].use is PaperUse.NOTE
    conditional = RawPaper("", "Trường hợp ủy quyền phải có văn bản ủy quyền", originals=1)
    assert derive(conditional)[0].use is PaperUse.SUBMIT


def test_heading_that_names_a_case_is_kept_and_a_generic_one_is_not() -> None:
    case = "* Trường hợp ủy quyền thực hiện thủ tục:"
    assert derive(RawPaper(case, "Giấy tờ", 1))[0].case == "Trường hợp ủy quyền thực hiện thủ tục"
    assert derive(RawPaper("* Giấy tờ phải nộp:", "Giấy tờ", 1))[0].case is None
