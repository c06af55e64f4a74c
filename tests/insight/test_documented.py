"""docs/figures.md has every definition, word for word; every label is there."""

from __future__ import annotations

import pytest

from bot.insight.definitions import DEFINITIONS
from bot.insight.model import GROUP_LABELS, Definition
from bot.insight.report import GROUPS
from bot.settings import ROOT

TEXT = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("one", DEFINITIONS, ids=lambda one: one.key)
def test_every_definition_has_its_row(one: Definition) -> None:
    assert f"| {one.label} | `{one.key}` | {one.unit.value} | {one.text} |" in TEXT


def test_no_row_is_left_over_and_no_key_is_there_twice() -> None:
    keys = [one.key for one in DEFINITIONS]
    assert len(keys) == len(set(keys)) > 40
    assert sum(line.count("| `") for line in TEXT.splitlines()) == len(keys)


def test_every_group_has_its_label() -> None:
    assert list(GROUP_LABELS) == list(GROUPS)
