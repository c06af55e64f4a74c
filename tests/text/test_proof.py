"""The digits that prove whose case it is: found where they are meant, put back where not."""

from __future__ import annotations

from random import Random

import pytest

from bench.redaction.messages import personal
from bot.text.proof import PLACE, four, says_so, unveil, veil
from bot.text.redact import redact

CODE = "H26.12-250701-0001"


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("5678", "5678"),
        ("5 6 7 8", "5678"),
        ("56-78 ạ", "5678"),
        ("dạ, số cuối là 5678 nhé", "5678"),
        ("năm sáu bảy tám", "5678"),
        ("nam sau bay tam", "5678"),
        ("bốn số cuối năm sáu bảy tám", "5678"),
        ("mười hai ba mươi tư", "1234"),
        ("l234", "1234"),
        ("5678 là 4 số cuối", "5678"),
        ("5678 5678", "5678"),
        ("năm sáu bảy tám, năm sáu bảy tám ạ", "5678"),
        ("5\u200b6\u20607\u00ad8", "5678"),
        ("５６７８", "5678"),
        ("5️⃣6️⃣7️⃣8️⃣", "5678"),
        ("đuôi sđt 5678", "5678"),
        ("56789", ""),
        ("567", ""),
        ("5678 hoặc 0123", ""),
        ("5678 567", ""),
        ("nó là 5678 đó con", "5678"),
        ("cuối là 5678 nha em iu", "5678"),
        ("5678 em ơi nhanh lên", "5678"),
        ("5678 hay 5679 gì đó", ""),
    ],
)
def test_digits_that_stand_alone_may_be_a_proof(said: str, digits: str) -> None:
    veiled = veil(said)
    assert veiled.given is not None
    assert four(veiled.given) == digits
    assert PLACE in veiled.text
    assert not any(sign in veiled.text for sign in "5678")


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        (f"{CODE}, 4 số cuối 5678", "5678"),
        (f"{CODE} 5678", "5678"),
        (f"hồ sơ {CODE} đến đâu rồi, 5678", "5678"),
        (f"bốn số là 5678, mã là {CODE} nộp ngày 15/7", "5678"),
        (f"{CODE} nộp hôm 15/7, 5678", "5678"),
        (f"hồ sơ {CODE} của tôi nộp từ 2025, 4 số cuối điện thoại là 5678, xem giúp", "5678"),
        (f"{CODE} xong chưa, sđt 0912 345 678", "5678"),
        (f"{CODE} cccd 001099012345", "2345"),
        ("boosn soos cuoois laf 5678 nhes", "5678"),
        ("bo61n so61 cuo61i d9ie65n thoa5i la2 5678", "5678"),
        ("the last four digits of my phone are 5678", "5678"),
        ("xem hộ bố tôi, bốn số cuối một hai ba bốn, gấp lắm", "1234"),
    ],
)
def test_digits_beside_a_code_or_their_name_are_a_proof(said: str, digits: str) -> None:
    veiled = veil(said)
    assert says_so(veiled.text)
    assert four(veiled.given or "") == digits
    assert not any(number in veiled.text for number in ("5678", "345 678", "012345", "một hai"))
    assert (CODE in veiled.text) == (CODE in said)


@pytest.mark.parametrize(
    "code",
    [
        "H26.12-250701-001",  # a digit too few
        "H26.12-250732-0001",  # no such day
        "26.12-250701-0001",  # without its letter
        "mã hồ sơ 26122507010001",
        "H26.12-250701",  # without its serial
        "H26.12-250701,",
        "H26-20250701",
    ],
)
def test_a_code_with_a_slip_takes_no_part_of_the_proof(code: str) -> None:
    veiled = veil(f"{code} 5678")
    assert veiled == (f"{code} {PLACE}", "5678")
    assert says_so(veiled.text)


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("0912345678", "5678"),
        ("số của em không chín một hai ba bốn năm sáu bảy tám", "5678"),
        ("cccd 001099012345", "2345"),
    ],
)
def test_a_whole_number_proves_by_its_last_four(said: str, digits: str) -> None:
    veiled = veil(said)
    assert veiled.given == digits
    assert veiled.text == redact(said)


@pytest.mark.parametrize(
    "text",
    [
        "lệ phí năm 2024 bao nhiêu",
        "lệ phí khai sinh bao nhiêu",
        "sổ đỏ 1985 đổi",
        "gọi 1022 hả cháu",
        "mở quán ở 5678 đường Giải Phóng hết bao nhiêu",
        "không nhớ",
        "năm năm rồi",
        "số 2",
        "1.001193",
        "30/4/2025",
        CODE,
        "26122507010001",  # its letter forgotten
        "26.12-250701-0001",
        f"{CODE} nộp năm 2025",
        "gọi 1022 hay 19001009",
        "4 số cuối là gì",
        "4111 1111 1111 1111",
        "stk 123456789",
    ],
)
def test_other_numbers_prove_nothing(text: str) -> None:
    assert veil(text) == (redact(text), None)


@pytest.mark.parametrize(
    "text",
    [
        "phí 8000 à",
        "phi 8000 a",
        "lệ phí có 8.000 thôi hả cháu",
        "5000 đồng à",
        "8000đ à",
        "năm 2025 hả",
        "năm 2025",
        "Quận 1234 à",
        "thông tư 1234",
        "1500 ngày hả",
        "ngày 2511",
        f"{CODE} phí 8000 à",
    ],
)
def test_a_number_that_is_called_something_else_is_no_proof(text: str) -> None:
    assert veil(text) == (text, None)


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("5678, năm 2025", "5678"),
        ("5678, phí 8000 à", "5678"),
        ("phí 8000, 4 số cuối là 5678", "5678"),
        (f"{CODE} phí 8000 à, 5678", "5678"),
    ],
)
def test_beside_such_a_number_the_proof_is_found(said: str, digits: str) -> None:
    veiled = veil(said)
    assert veiled == (said.replace(digits, PLACE), digits)


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("5678 đồng ý", "5678"),
        ("tra ngay 5678", "5678"),
        ("tra 5600", "5600"),  # not "trả"
        ("em Phương 5678", "5678"),
        ("phuong 5678 nhé", "5678"),
        ("5678 ngày mai nhé", "5678"),
        ("4 số cuối là 8000 đồng chí ơi", "8000"),
    ],
)
def test_a_word_that_may_be_another_leaves_a_proof_one(said: str, digits: str) -> None:
    assert veil(said) == (said.replace(digits, PLACE), digits)


def test_what_was_no_proof_is_put_back() -> None:
    for text in (
        "2024",
        "1022",
        "113",
        "năm hai không hai tư",
        "12 34 ạ",
        "19001009",
    ):
        veiled = veil(text)
        assert veiled.given is not None
        assert not says_so(veiled.text)
        assert unveil(veiled.text, veiled.given) == text


def test_nothing_that_redaction_takes_out_comes_back() -> None:
    rng = Random(20261122)
    for message in personal(20261122, 500):
        text = rng.choice((message.text, message.spelt, message.raw, f"{CODE} {message.raw}"))
        veiled = veil(text)
        assert unveil(veiled.text, veiled.given or "") == redact(text)
