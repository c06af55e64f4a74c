"""The ward that the turn log gets: the one that a message names."""

from __future__ import annotations

import pytest

from actions.speak import named_ward

BA_DINH, NGOC_HA = (
    {"entity": "ward", "value": f"Phường {name}"} for name in ("Ba Đình", "Ngọc Hà")
)


@pytest.mark.parametrize(
    ("entities", "ward"),
    [
        ([BA_DINH, {"entity": "paper", "value": "sổ hộ khẩu"}], "Phường Ba Đình"),
        ([BA_DINH, BA_DINH], "Phường Ba Đình"),
        ([BA_DINH, NGOC_HA], None),
        ([], None),
    ],
)
def test_one_ward_or_none(entities: list[dict[str, str]], ward: str | None) -> None:
    assert named_ward(entities) == ward
