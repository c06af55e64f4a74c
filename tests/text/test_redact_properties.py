"""Redaction over many numbers and spellings; needs hypothesis, which Rasa's side lacks."""

from __future__ import annotations

import re
from datetime import date

import pytest

hypothesis = pytest.importorskip("hypothesis")
from hypothesis import example, given  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from bot.text.redact import redact  # noqa: E402

digits = st.text("0123456789", min_size=1)
separators = st.sampled_from(["", " ", ".", "-", "\u00a0"])
around = st.sampled_from(["", "cho tôi hỏi ", "số điện thoại là ", "(", "CCCD: "])


def grouped(number: str, sizes: list[int], separator: str) -> str:
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return separator.join([*parts, number[at:]])


def bare(text: str) -> str:
    return re.sub(r"\D", "", text)


@given(
    st.sampled_from("35789"),
    st.text("0123456789", min_size=8, max_size=8),
    st.sampled_from([[], [4, 3], [3, 3], [4, 2, 2], [3, 4]]),
    separators,
    around,
)
def test_mobile_numbers(first: str, rest: str, sizes: list[int], sep: str, before: str) -> None:
    number = f"0{first}{rest}"
    assert number not in bare(redact(before + grouped(number, sizes, sep)))


@given(
    st.sampled_from("35789"),
    st.text("0123456789", min_size=8, max_size=8),
    st.sampled_from(["+84", "84", "0084", "(+84) ", "+84 "]),
    around,
)
def test_international_numbers(first: str, rest: str, prefix: str, before: str) -> None:
    assert rest not in bare(redact(f"{before}{prefix}{first}{rest}"))


@given(
    st.text("0123456789", min_size=11, max_size=11),
    st.sampled_from([[], [3, 3, 3], [4, 4], [3, 3]]),
    separators,
    around,
)
def test_identity_numbers(rest: str, sizes: list[int], sep: str, before: str) -> None:
    assert f"0{rest}" not in bare(redact(before + grouped(f"0{rest}", sizes, sep)))


@given(
    st.integers(1, 6),
    st.sampled_from(["00", "01", "11"]),
    st.text("0123456789", min_size=4, max_size=4),
)
def test_procedure_codes_survive(head: int, start: str, rest: str) -> None:
    text = f"thủ tục {head}.{start}{rest} cần gì"
    assert redact(text) == text


@given(
    st.sampled_from(["H26", "H26.12", "G22.99", "000.00.04.H51", "H26.12.30"]),
    st.dates(
        min_value=date(2018, 1, 1),
        max_value=date(2035, 12, 31),
    ),
    st.booleans(),
    st.integers(0, 9_999_999),
    st.integers(4, 7),
)
def test_case_codes_survive(unit: str, day: object, long: bool, serial: int, width: int) -> None:
    stamp = f"{day:%Y%m%d}" if long else f"{day:%y%m%d}"
    code = f"{unit}-{stamp}-{serial % 10**width:0{width}d}"
    assert redact(f"hồ sơ {code} của tôi") == f"hồ sơ {code} của tôi"


@given(
    st.integers(1, 999), st.integers(2000, 2026), st.sampled_from(["NĐ-CP", "TT-BTC", "QĐ-UBND"])
)
def test_decree_numbers_survive(number: int, year: int, kind: str) -> None:
    text = f"theo {number}/{year}/{kind} ngày 15/11/{year}"
    assert redact(text) == text


@given(st.integers(0, 10**12))
def test_money_survives(amount: int) -> None:
    text = f"lệ phí {amount:,} đồng".replace(",", ".")
    assert redact(text) == text


@given(st.text(max_size=200))
@example("H26.12-250701-0001 0912345678")
def test_any_text_redacts_once(text: str) -> None:
    once = redact(text)
    assert redact(once) == once
