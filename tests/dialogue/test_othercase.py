"""Another case of the guide around the procedure in play, and what is a matter of its own."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.catalogue.store import load_catalogue
from bot.dialogue.othercase import by_other_case
from bot.dialogue.state import State
from bot.dialogue.turn import Turn, World

BIRTH, DIVORCE_ABROAD, BIRTH_ABROAD = "1.001193", "2.000554", "2.000547"


@pytest.fixture
def world() -> World:
    """Whatever is said, the search finds births first, and is not sure."""
    catalogue = load_catalogue()
    found = SimpleNamespace(decision="clarify", codes=[BIRTH, BIRTH_ABROAD])
    searcher = SimpleNamespace(catalogue=catalogue, search=lambda *_, **__: found)
    return World(searcher=cast(Any, searcher), local=catalogue.local, today=date(2026, 8, 1))


@pytest.mark.parametrize("text", ["làm khai sinh", "đăng ký khai sinh", "khai sinh"])
def test_who_says_the_title_of_another_procedure_means_it(text: str, world: World) -> None:
    assert by_other_case(Turn(text, State(procedure=DIVORCE_ABROAD)), world) is None


@pytest.mark.parametrize("text", ["khai sinh nước ngoài", "con sinh bên đó"])
def test_another_option_of_the_guide_is_another_case(text: str, world: World) -> None:
    outcome = by_other_case(Turn(text, State(procedure=DIVORCE_ABROAD)), world)
    assert outcome is not None
    assert outcome.codes == (BIRTH_ABROAD,)
