"""What the search is not sure of: a guess that says so, or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.moves import not_that
from bot.dialogue.respond import ask
from bot.dialogue.service import out_of_scope
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


def test_where_the_best_reading_means_nothing_the_others_of_a_recogniser_are_tried(
    world: World,
) -> None:
    garbled, meant = "giá vàng hôm nay thế nào", "đổi hộ chiếu hết hạn"
    alone = ask(Turn(garbled, State(), heard=()), world)
    assert alone.decision == "none"
    found = ask(Turn(garbled, State(), heard=("xem bóng đá", meant)), world)
    expected = world.searcher.search(meant).codes[:1]
    assert found.decision != "none"
    assert found.codes[:1] == tuple(expected) or found.state.guide


def test_a_reading_that_means_something_is_not_given_up_for_another(world: World) -> None:
    said = "đăng ký kết hôn cần giấy tờ gì"
    assert (
        ask(Turn(said, State(), heard=("đổi hộ chiếu",)), world).codes
        == ask(Turn(said, State()), world).codes
    )


def test_who_listens_is_offered_two_at_a_time(world: World) -> None:
    said = "cấp lại giấy phép bị mất"
    typed = ask(Turn(said, State()), world)
    heard = ask(Turn(said, State(), heard=()), world)
    assert len(typed.state.choices) > 2
    assert heard.state.choices == typed.state.choices[:2]
    others = not_that(Turn("không phải", heard.state, heard=()), world)
    assert len(others.state.choices) == 2
    assert not set(others.state.choices) & set(heard.state.choices)


def test_what_was_heard_is_searched_even_if_it_looks_like_nothing_of_ours(world: World) -> None:
    garbled, meant = "giá vàng hôm nay thế nào", "đăng ký kết hôn"
    typed = out_of_scope(Turn(garbled, State()), world)
    assert typed.replies[0].payload["kind"] == "out_of_scope"
    heard = out_of_scope(Turn(garbled, State(), heard=(meant,)), world)
    assert heard.codes == ask(Turn(meant, State()), world).codes
    neither = out_of_scope(Turn(garbled, State(), heard=()), world)
    assert neither.replies[0].payload["kind"] == "out_of_scope"
