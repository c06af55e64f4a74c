"""Finding by title, people's words, code and number of a document, with filters."""

from __future__ import annotations

import pytest

from bot.lookup.filters import Filters
from bot.lookup.find import Finder, open_finder


@pytest.fixture(scope="module")
def finder() -> Finder:
    return open_finder()


def codes(finder: Finder, text: str, filters: Filters = Filters()) -> list[str]:  # noqa: B008
    return [one.code for one in finder.find(text, filters).procedures]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("đăng ký khai sinh", "1.001193"),
        ("dang ky khai sin", "1.001193"),
        ("mới sinh em bé", "1.001193"),
        ("mat can cuoc lam lai", "1.014064"),
        ("THỦ TỤC ĐĂNG KÝ KẾT HÔN", "1.000894"),
    ],
)
def test_title_and_peoples_words_with_or_without_marks(
    finder: Finder, typed: str, code: str
) -> None:
    assert code in codes(finder, typed)[:3]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("khai sinh", "Thủ tục đăng ký khai sinh"),
        ("ket hon", "Thủ tục đăng ký kết hôn"),
        ("tạm trú", "Đăng ký tạm trú"),
        ("hộ chiếu", "Cấp hộ chiếu phổ thông"),
    ],
)
def test_what_is_asked_most_comes_before_its_rare_relatives(
    finder: Finder, typed: str, first: str
) -> None:
    assert finder.suggest(typed)[0].title.startswith(first)


def test_marks_that_are_typed_count(finder: Finder) -> None:
    assert "quyền sử dụng đất" in finder.suggest("sổ đỏ")[0].title
    assert "mã số" not in finder.suggest("sổ đỏ")[0].title


def test_a_code_and_the_beginning_of_one(finder: Finder) -> None:
    assert codes(finder, "1.001193") == ["1.001193"]
    begun = codes(finder, "1.0011")
    assert len(begun) > 1
    assert all(code.startswith("1.0011") for code in begun)


def test_procedures_that_rest_on_a_document_come_from_the_records(finder: Finder) -> None:
    expected = {
        one.code
        for one in finder.catalogue.procedures.values()
        if any(text.number == "118/2025/NĐ-CP" for text in one.legal_basis)
    }
    assert expected
    for typed in (
        "118/2025/NĐ-CP",
        "118/2025/nd-cp",
        "nghị định 118/2025",
        "những thủ tục nào căn cứ Nghị định 118/2025?",
        "Nghị định số 118/2025/NĐ-CP,",
        "nghị định 118 năm 2025",
        "nghi dinh so 118 nam 2025",
        "NĐ118/2025",
        "nđ 118-2025",
        "118-2025-NĐ-CP",
        "118/2025/NĐCP",
        "118 / 2025 / NĐ-CP",
        "118/2025/NĐ–CP",  # a dash that a word processor put in
        "118/2025/NÐ-CP",  # the Icelandic letter
    ):
        assert set(codes(finder, typed)) == expected, typed


def test_a_short_number_is_not_the_end_of_a_longer_one(finder: Finder) -> None:
    laws = finder.find("18/2025").laws
    assert laws
    assert {law.number for law in laws} == {"18/2025/TT-BCT"}
    assert finder.find("nghị định 18/2025").laws == ()  # it is a circular


def test_a_kind_and_a_number_without_its_year_are_all_years(finder: Finder) -> None:
    laws = finder.find("nghị định 118").laws
    assert laws
    assert {law.kind for law in laws} == {"Nghị định"}
    assert {law.number.split("/")[0] for law in laws} == {"118"}
    assert len({law.number for law in laws}) > 1
    assert finder.find("nghị định 9998").laws is None  # then it is words
    half = finder.find("nđ 118/202").laws
    assert half
    assert {law.number for law in half} < {law.number for law in laws}


def test_a_document_that_no_record_names_is_said_so(finder: Finder) -> None:
    found = finder.find("9999/2031/NĐ-CP")
    assert (found.laws, found.procedures) == ((), ())


def test_a_withdrawn_code_says_its_title_and_who_carries_it_now(finder: Finder) -> None:
    withdrawn = finder.catalogue.withdrawn
    with_namesake = next(code for code in withdrawn if finder.withdrawn(code).namesakes)
    found = finder.find(with_namesake).withdrawn
    assert found
    assert found.title == withdrawn[with_namesake]
    assert all(one.code in finder.catalogue.procedures for one in found.namesakes)
    assert finder.find("9.999999").withdrawn is None


@pytest.mark.parametrize("name", ["field", "agency", "level", "applicant", "channel", "local"])
def test_the_count_beside_a_filter_is_what_it_leaves(finder: Finder, name: str) -> None:
    for choice in finder.choices[name][:12]:
        left = codes(finder, "", Filters(**{name: choice.value}))
        assert len(left) == choice.count, choice


def test_filters_narrow_what_was_found(finder: Finder) -> None:
    everywhere = codes(finder, "khai sinh")
    ward = codes(finder, "khai sinh", Filters(level="ward", field="Hộ tịch"))
    assert set(ward) < set(everywhere)
    assert codes(finder, "khai sinh", Filters(level="no such level")) == []


@pytest.mark.parametrize("typed", ["", "  ", "?!", "xyzzyq", "'; --", "/" * 300, "ả" * 5000])
def test_odd_input_finds_nothing_or_everything_and_breaks_nothing(
    finder: Finder, typed: str
) -> None:
    assert len(codes(finder, typed)) in {0, len(finder.catalogue.procedures)}
    assert finder.suggest(typed) == []


def test_every_title_finds_its_own_procedure(finder: Finder) -> None:
    procedures = list(finder.catalogue.procedures.values())[::20]
    lost = [
        one.code
        for one in procedures
        if one.code not in codes(finder, one.title)[:10]
        and not set(one.same_title) & set(codes(finder, one.title)[:10])
        and finder.find(one.title).laws is None
    ]
    assert lost == []
