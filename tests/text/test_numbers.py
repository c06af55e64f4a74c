from __future__ import annotations

import re

import pytest

from bot.text.fold import fold
from bot.text.numbers import digit_by_digit, digits_of, in_words, read_number, say


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (55, "năm mươi lăm"),
        (105, "một trăm linh năm"),
        (1000, "một nghìn"),
        (2025, "hai nghìn không trăm hai mươi lăm"),
        (8_000, "tám nghìn"),
        (1_200_000, "một triệu hai trăm nghìn"),
        (3_000_005, "ba triệu không trăm linh năm"),
        (3 * 10**12, "ba nghìn tỷ"),
    ],
)
def test_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


def test_words_are_read_back() -> None:
    for number in [*range(2_200), *range(0, 3_000_000, 7_919), 10**9 + 1, 123_456_789_012]:
        assert read_number(in_words(number)) == number
        assert read_number(fold(in_words(number))) == number


def test_out_of_range() -> None:
    for number in (-1, 10**15):
        with pytest.raises(ValueError, match="out of range"):
            in_words(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("thứ hai", 2),
        ("thứ nhất", 1),
        ("so 3", 3),
        ("hai mươi tư", 24),
        ("2.000", 2000),
        ("một trăm lẻ ba", 103),
        ("thủ tục", None),
        ("hai ba", None),
        ("mươi", None),
        ("", None),
    ],
)
def test_read_number(text: str, number: int | None) -> None:
    assert read_number(text) == number


def test_digits_of_what_was_read_out() -> None:
    assert digits_of("hai sáu, một hai, 25 không bảy") == "26122507"
    assert digit_by_digit("1022") == "một không hai hai"


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("phí 8.000 đồng", "phí tám nghìn đồng"),
        ("phí 8.000đ", "phí tám nghìn đồng"),
        ("50000 VNĐ", "năm mươi nghìn đồng"),
        ("ngày 01/07/2025", "ngày mùng một tháng bảy năm hai nghìn không trăm hai mươi lăm"),
        ("hết ngày 23/11", "hết ngày hai mươi ba tháng mười một"),
        ("Tối 5/4", "Tối ngày mùng năm tháng tư"),
        ("P. Cửa Nam, Q.Ba Đình, TP. Hà Nội", "phường Cửa Nam, quận Ba Đình, thành phố Hà Nội"),
        ("tối 40/13", "tối bốn mươi/mười ba"),
        ("15/4/2026", "ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ("tháng 7/2026", "tháng bảy năm hai nghìn không trăm hai mươi sáu"),
        ("mã 1.001193", "mã một chấm không không một một chín ba"),
        (
            "H26.12-250701-0001",
            "hát hai sáu chấm một hai gạch hai năm không bảy không một gạch không không không một",
        ),
        ("gọi 19001009", "gọi một chín không không một không không chín"),
        (
            "Nghị định 23/2015/NĐ-CP",
            "Nghị định hai mươi ba năm hai nghìn không trăm mười lăm",
        ),
        ("theo 23/2015/NĐ-CP", "theo nghị định hai mươi ba năm hai nghìn không trăm mười lăm"),
        ("UBND xã, thẻ CCCD", "Ủy ban nhân dân xã, thẻ căn cước công dân"),
        ("3-5 ngày", "ba đến năm ngày"),
        ("8h30", "tám giờ ba mươi"),
        ("15:00", "mười lăm giờ"),
        ("2,5%", "hai phẩy năm phần trăm"),
        ("không có số", "không có số"),
    ],
)
def test_say(text: str, spoken: str) -> None:
    assert say(text) == spoken


def test_nothing_is_left_in_digits() -> None:
    text = "Mẫu 01, 3m2, 1.5 ha, 12/34/56, 99/99/2020, 1.234.567.890, 007, A4, 25h70"
    assert not re.search(r"\d", say(text))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("phiếu CC01 mới", "phiếu CC không một mới"),
        ("thường trú (nhập hộ khẩu).", "thường trú, nhập hộ khẩu."),
        ("tổ chức (trừ hợp tác xã) và cá nhân", "tổ chức, trừ hợp tác xã, và cá nhân"),
        ("a.1) Về chứng chỉ", "a.một, Về chứng chỉ"),
        ("danh hiệu “Nghệ nhân ưu tú”.", "danh hiệu Nghệ nhân ưu tú."),
        ("thi THPT", "thi trung học phổ thông"),
    ],
)
def test_signs_that_have_no_sound_are_pauses_or_nothing(written: str, said: str) -> None:
    assert say(written) == said
