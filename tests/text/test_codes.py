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
        ("H26.12/250701/0001", "H26.12-250701-0001"),
        ("H26 12 250701 0001 5678", "H26.12-250701-0001"),  # the last are a proof
        ("H26122507010001 5678", "H26.12-250701-0001"),
        ("H26.12-250701 0001", "H26.12-250701-0001"),  # a blank for the second hyphen
        ("H26.12-250701 0001 5678", "H26.12-250701-0001"),
        ("H26.12-250701 020175", "H26.12-250701-020175"),
    ],
)
def test_case_code(text: str, code: str) -> None:
    assert find_case_codes(text) == [code]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (
            "hát hai sáu chấm một hai gạch hai năm không bảy không một gạch không không không một",
            "H26.12-250701-0001",
        ),
        (
            "mã là hát hai mươi sáu mười hai, hai lăm không bảy không một, ba số không một ạ",
            "H26.12-250701-0001",
        ),
        (
            "hat hai sau cham muoi hai gach hai lam khong bay khong mot gach khong khong khong mot",
            "H26.12-250701-0001",
        ),
        ("hát 26 12 25 07 01 0001", "H26.12-250701-0001"),
        (
            "gờ hai hai chấm chín chín hai lăm mười hai hai lăm không hai không một bảy năm",
            "G22.99-251225-020175",
        ),
        (
            "hát hai sáu mười hai hai lăm không bảy không một không không không một "
            "bốn số cuối một hai ba bốn",
            "H26.12-250701-0001",
        ),
        (
            "hát hai sáu mười hai hai lăm không bảy không một ba số không một, một hai ba bốn",
            "H26.12-250701-0001",
        ),
        (
            "hát hai sáu một hai hai năm không bảy không một ba số không một một hai ba bốn",
            "H26.12-250701-0001",
        ),
    ],
)
def test_case_code_read_out(said: str, code: str) -> None:
    assert find_case_codes(said) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "hát hai bài",
        "hồ sơ số không không một không chín chín không một hai ba bốn năm",
        "giờ hai mươi sáu tháng mười hai năm hai nghìn không trăm hai mươi lăm",
        "001099012345",
        "CCCD 001099012345",
        "CCCD001250701345",
        "1.001193",
        "0912345678",
        "H26.12-259901-0001",  # no such month
        "H26.12-250701 5678",  # the serial is missing, and these are a proof
        "Nghị định 23/2015/NĐ-CP",
        "A4 2025",
        "thẻ so 9704-4112-0662-3034",
        "",
    ],
)
def test_other_numbers_are_no_case_codes(text: str) -> None:
    assert find_case_codes(text) == []
