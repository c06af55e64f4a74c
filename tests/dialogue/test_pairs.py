"""Which two a comparison is about, whatever joins them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.pairs import compared_codes
from bot.dialogue.state import State
from bot.dialogue.turn import Turn, World
from bot.retrieval.pipeline import Searcher

MARRIAGE, FOREIGN, BIRTH, DEATH, SINGLE = (
    *("1.000894", "2.000806", "1.001193"),
    *("1.000656", "1.004873"),
)
PERMANENT, TEMPORARY = "1.004222", "1.004194"


@pytest.fixture
def world(whole: Searcher) -> World:
    return World(searcher=whole, local=whole.catalogue.local, today=date(2026, 8, 1))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("thường trú và tạm trú khác gì nhau", (PERMANENT, TEMPORARY)),
        ("khác gì giữa tạm trú và thường trú", (TEMPORARY, PERMANENT)),
        ("so sánh khai sinh với khai tử", (BIRTH, DEATH)),
        ("kết hôn với người nước ngoài và kết hôn trong nước khác gì nhau", (FOREIGN, MARRIAGE)),
    ],
)
def test_two_are_named(world: World, text: str, codes: tuple[str, str]) -> None:
    found = compared_codes(Turn(text, State(procedure=SINGLE, recent=(SINGLE,))), world)
    assert set(found) == set(codes)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("khác gì đăng ký kết hôn với người nước ngoài", FOREIGN),
        ("voi khai sinh khac gi nhau", BIRTH),
        ("so với tạm trú thì cái nào nhanh hơn", TEMPORARY),
        ("cái này khác gì giấy xác nhận độc thân", SINGLE),
    ],
)
def test_one_is_named_beside_the_one_in_play(world: World, text: str, other: str) -> None:
    found = compared_codes(Turn(text, State(procedure=MARRIAGE, recent=(MARRIAGE,))), world)
    assert found == (MARRIAGE, other)


def test_one_alone_is_no_pair(world: World) -> None:
    assert compared_codes(Turn("khác gì kết hôn với người nước ngoài", State()), world) == ()
