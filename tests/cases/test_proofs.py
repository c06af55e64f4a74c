"""Proofs: bound to the case, compared with the same work every time."""

from __future__ import annotations

import pytest

from bot.cases.proofs import Proofs, last_digits
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
        ("", None),
    ],
)
def test_the_last_four_digits(number: str, digits: str | None) -> None:
    assert last_digits(number) == digits


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
