"""Proofs: bound to the case, compared with the same work every time."""

from __future__ import annotations

import pytest

from bot.cases.proofs import Proofs, last_digits, whole_number
from bot.keyed import Keyed

PROOFS = Proofs(Keyed(b"a key of the tests"))


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("0912 345 678", "5678"),
        ("+84.912.345.678", "5678"),
        ("001099012345", "2345"),
        ("5678", "5678"),
        ("678", None),
        ("******5678", "5678"),
        ("09xxxxx678", None),  # digits on both sides of a mask are not one number
        ("5678 (số của mẹ)", None),
        ("", None),
    ],
)
def test_the_last_four_digits(number: str, digits: str | None) -> None:
    assert last_digits(number) == digits


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("001099012345", "001099012345"),
        ("001 099 012 345", "001099012345"),
        ("2345", None),
        ("1099012345", None),  # a table program took the zeros for nothing
        ("0010990123456", None),
        ("00109901234x", None),
        ("٠٠١٠٩٩٠١٢٣٤٥", None),
    ],
)
def test_a_whole_number_has_twelve_digits(said: str, number: str | None) -> None:
    assert whole_number(said) == number


def test_an_owner_is_known_by_a_word_that_only_the_key_makes() -> None:
    owner = PROOFS.owner("999000000017")
    assert len(owner) == 64
    assert "999000000017" not in owner
    assert owner != PROOFS.owner("999000000018")
    assert owner != Proofs(Keyed(b"another key")).owner("999000000017")
    assert owner != PROOFS.hash("H26-250701-0001", "0017")


def test_phone_or_cccd_is_enough() -> None:
    kept = (PROOFS.hash("H26-250701-0001", "5678"), PROOFS.hash("H26-250701-0001", "0123"))
    assert PROOFS.match("H26-250701-0001", "5678", kept)
    assert PROOFS.match("H26-250701-0001", "0123", kept)
    assert not PROOFS.match("H26-250701-0001", "0000", kept)


def test_a_hash_of_another_case_proves_nothing() -> None:
    kept = (PROOFS.hash("H26-250701-0001", "5678"),)
    assert not PROOFS.match("H26-250701-0002", "5678", kept)


@pytest.mark.parametrize("kept", [(), (None,), (None, None)])
def test_nothing_kept_is_never_proven(kept: tuple[None, ...]) -> None:
    assert not any(PROOFS.match("H26-250701-0001", f"{n:04d}", kept) for n in range(100))
