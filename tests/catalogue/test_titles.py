"""Traps 4 and 13: titles shared, shouted, endless, or naming a level that is gone."""

from __future__ import annotations

from collections.abc import Callable

from bot.catalogue.derive.clean import is_shouting, sentence_case
from bot.catalogue.model import Procedure
from bot.catalogue.store import Catalogue
from bot.catalogue.titles import display_title, short_title

Get = Callable[[str], Procedure]


def test_same_title_names_the_siblings_both_ways(get: Get, catalogue: Catalogue) -> None:
    assert get("1.003111").same_title == ("1.013857",)  # one ends with a full stop
    assert get("1.013857").same_title == ("1.003111",)
    codes = {c for p in catalogue.procedures.values() for c in p.same_title}
    assert codes
    assert codes <= set(catalogue.procedures)


def test_capitals_become_a_sentence(get: Get) -> None:
    assert is_shouting(get("1.014163").title)
    assert short_title(get("1.014163")) == "Hưởng trợ cấp ốm đau"
    assert display_title(get("1.012582")).startswith("Thủ tục đề nghị thay đổi địa điểm")


def test_abbreviations_and_names_keep_their_capitals() -> None:
    assert sentence_case("GIẤY CHỨNG NHẬN LPG/LNG CỦA UBND") == "Giấy chứng nhận LPG/LNG của UBND"
    assert sentence_case("LÀM VIỆC TẠI VIỆT NAM (HĐND)") == "Làm việc tại Việt Nam (HĐND)"
    assert sentence_case("Cấp thẻ BHYT") == "Cấp thẻ BHYT"


def test_the_district_level_is_not_named(get: Get) -> None:
    assert "huyện" in get("1.010385").title
    assert display_title(get("1.010385")) == "Trình báo mất hộ chiếu phổ thông"
    assert "huyện nghèo" in display_title(get("6.001435"))  # a poor district, not a level


def test_short_titles_fit_and_drop_the_leading_word(get: Get, catalogue: Catalogue) -> None:
    assert short_title(get("1.001193")) == "Đăng ký khai sinh"
    for procedure in catalogue.procedures.values():
        label = short_title(procedure)
        assert 5 < len(label) <= 90, procedure.code
        assert not label.lower().startswith("thủ tục "), procedure.code
        assert label.count("(") >= label.count(")"), procedure.code
