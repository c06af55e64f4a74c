"""Codes of complaints: read as people write and say them, and never taken for anything else."""

from __future__ import annotations

import pytest

hypothesis = pytest.importorskip("hypothesis")
from hypothesis import given  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from bot.text.codes import find_case_codes, find_procedure_codes  # noqa: E402
from bot.text.numbers import say  # noqa: E402
from bot.text.redact import redact  # noqa: E402
from bot.text.ticket_codes import (  # noqa: E402
    find_ticket_codes,
    names_a_ticket,
    of_digits,
    ticket_code,
)

CODE = ticket_code("48219350771")
SAID = "pê a, bốn tám hai một, chín ba năm không, bảy bảy một"

codes = st.integers(10**10, 10**11 - 1).map(lambda number: ticket_code(str(number)))


@pytest.mark.parametrize(
    "said",
    [
        CODE,
        CODE.replace("-", ""),
        CODE.replace("-", " ").lower(),
        f"phản ánh {CODE} đến đâu rồi",
        f"mã là P.A {CODE[3:]}",
        say(CODE),
        f"mã phản ánh là {say(CODE)} ạ",
        say(CODE).replace(",", " gạch"),
    ],
)
def test_a_code_is_found_as_it_is_written_or_said(said: str) -> None:
    assert find_ticket_codes(said) == [CODE]


@given(codes)
def test_what_is_said_of_a_code_is_that_code(code: str) -> None:
    assert find_ticket_codes(say(code)) == [code]
    assert of_digits("".join(filter(str.isdigit, code))) == code


@given(codes)
def test_it_is_no_other_code_and_no_personal_number(code: str) -> None:
    for form in (code, code.replace("-", ""), say(code)):
        text = f"phản ánh {form} đến đâu rồi"
        assert redact(text) == text
        assert find_case_codes(text) == find_procedure_codes(text) == []


@given(codes, st.integers(3, 16), st.integers(1, 9))
def test_one_wrong_digit_is_seen(code: str, at: int, more: int) -> None:
    if code[at] == "-":
        return
    wrong = code[:at] + str((int(code[at]) + more) % 10) + code[at + 1 :]
    assert find_ticket_codes(wrong) == []
    assert names_a_ticket(wrong)


@pytest.mark.parametrize(
    "text",
    ["H26.12-250701-0001", "1.001193", "pa của tôi", "0912345678", "PA-0821-9350-7719", "pha 4821"],
)
def test_other_things_are_no_code(text: str) -> None:
    assert find_ticket_codes(text) == []


def test_an_identity_number_behind_the_letters_is_still_redacted() -> None:
    assert redact("PA 001090123456") == "PA [cccd]"
