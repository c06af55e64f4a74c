from __future__ import annotations

import pytest

from bot.care.telephone import local


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("+84912345678", "0912345678"),
        ("0084912345678", "0912345678"),
        ("024 3123 4567", "02431234567"),
        ("anonymous", ""),
        ("+15551234567", ""),
        ("112", ""),
        ("0112345678", ""),
    ],
)
def test_numbers_of_this_country(number: str, dialled: str) -> None:
    assert local(number) == dialled
