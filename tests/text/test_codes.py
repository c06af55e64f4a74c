from __future__ import annotations

import pytest

from bot.text.codes import find_case_codes, find_procedure_codes


@pytest.mark.parametrize(
    "text",
    [
        "1.001193",
        "1001193",
        "1-001193",
        "1 001193",
        "1,001193",
        "1.001.193",
        "thủ tục 1.001193?",
        "mã 1.001193.",
        "(1.001193)",
        "1.001193.000.00.00.H26",
    ],
)
def test_procedure_code_as_typed(text: str) -> None:
    assert find_procedure_codes(text) == ["1.001193"]


def test_several_codes_in_order_each_once() -> None:
    text = "2.000815 hay 1.013978, hay 2.000815 và 1.115555"
    assert find_procedure_codes(text) == ["2.000815", "1.013978", "1.115555"]


@pytest.mark.parametrize(
    "text",
    [
        "001099012345",  # an identity number
        "0912345678",
        "1.001.193 đồng",
        "1001193đ",
        "1.500.000",
        "H26.12-250701-0001",
        "01/001193/2020",
        "11001193",
        "12 1001193",
        "2.5 triệu",
    ],
)
def test_other_numbers_are_no_procedure_codes(text: str) -> None:
    assert find_procedure_codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("H26.12-250701-0001", "H26.12-250701-0001"),
        ("h26.12-250701-0001", "H26.12-250701-0001"),
        ("H26.12 – 250701 – 0001", "H26.12-250701-0001"),
        ("H26.12 250701 0001", "H26.12-250701-0001"),
        ("H26122507010001", "H26.12-250701-0001"),
        ("H26.12-2507O1-OOO1", "H26.12-250701-0001"),
        ("000.00.04.H51-200221-0001", "000.00.04.H51-200221-0001"),
        ("mã hồ sơ G22.99-251225-020175 ạ", "G22.99-251225-020175"),
        ("G09.20-20260609-0092637", "G09.20-20260609-0092637"),
        ("G0920202606090092637", "G09.20-20260609-0092637"),
        ("H26-250701-0001", "H26-250701-0001"),
    ],
)
def test_case_code(text: str, code: str) -> None:
    assert find_case_codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "001099012345",
        "CCCD 001099012345",
        "CCCD001250701345",
        "1.001193",
        "0912345678",
        "H26.12-259901-0001",  # no such month
        "Nghị định 23/2015/NĐ-CP",
        "A4 2025",
        "thẻ so 9704-4112-0662-3034",
        "",
    ],
)
def test_other_numbers_are_no_case_codes(text: str) -> None:
    assert find_case_codes(text) == []
