"""A long message that was taken, not surely, for no question is searched for after all."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue import courtesies, service
from bot.dialogue.doubt import asks_after_all
from bot.dialogue.state import State
from bot.dialogue.turn import Turn, World
from bot.retrieval.pipeline import Searcher

MATTER = "em làm rơi mất chứng chỉ đấu giá viên thì xin cấp lại kiểu gì"


@pytest.fixture
def world(whole: Searcher) -> World:
    return World(searcher=whole, local=whole.catalogue.local, today=date(2026, 8, 1))


@pytest.mark.parametrize(
    "respond",
    [
        service.out_of_scope,
        service.complaint,
        service.handover,
        service.case_status,
        courtesies.about,
    ],
)
def test_the_search_knows_more_matters_than_the_classifier(world: World, respond: object) -> None:
    outcome = respond(Turn(MATTER, State(), sure=False), world)  # type: ignore[operator]
    assert "1.000802" in outcome.codes


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        (MATTER, True),
        ("tôi muốn khiếu nại", False),
        ("cán bộ phường tôi hành tôi lên xuống ba lần rồi", False),
        ("hôm nay trời đẹp quá đi chơi đâu được nhỉ", False),
    ],
)
def test_what_is_sure_or_short_or_far_from_all_stays_what_it_was(
    world: World, text: str, sure: bool
) -> None:
    assert not asks_after_all(Turn(text, State(), sure=sure), world)
