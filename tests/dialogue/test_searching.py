"""What the search is not sure of: a guess that says so, or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.respond import ask
from bot.dialogue.state import State
from bot.dialogue.turn import Turn, World
from bot.retrieval.pipeline import Searcher

BLURTED = "nhà em bị ngập hết đồ"  # refused, yet near enough for a guess


@pytest.fixture
def world(whole: Searcher) -> World:
    return World(searcher=whole, local=whole.catalogue.local, today=date(2026, 8, 1))


def test_what_may_be_a_matter_of_ours_gets_the_nearest_as_a_guess(world: World) -> None:
    outcome = ask(Turn(BLURTED, State()), world)
    (reply,) = outcome.replies
    assert outcome.decision == "none"
    assert outcome.state.choices == tuple(world.searcher.search(BLURTED).codes[:3])
    assert reply.text.startswith("Chưa chắc đã hiểu đúng.")
    assert reply.payload["question"].startswith("Chưa chắc đã hiểu đúng.")


def test_a_guess_can_be_taken_by_its_number(world: World) -> None:
    guessed = ask(Turn(BLURTED, State()), world)
    first = guessed.state.choices[0]
    assert ask(Turn("số 1", guessed.state), world).codes == (first,)


def test_a_second_miss_gives_the_hotline_and_no_second_guess(world: World) -> None:
    outcome = ask(Turn(BLURTED, State(misses=1)), world)
    assert outcome.replies[0].payload["kind"] == "none"
    assert "19001009" in outcome.replies[0].text


def test_what_is_far_from_all_gets_no_guess(world: World) -> None:
    outcome = ask(Turn("giá vàng hôm nay thế nào", State()), world)
    assert outcome.replies[0].payload["kind"] == "none"
    assert outcome.state.choices == ()
