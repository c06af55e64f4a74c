"""Details stay with the procedure in play, and are said not to be in the record."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.respond import ask
from bot.dialogue.state import State
from bot.dialogue.turn import Turn, World
from bot.retrieval.pipeline import Searcher

SINGLE, CARD_LATER, CARD_EARLY = "1.004873", "1.014061", "1.014062"
BUYER, SELLER = "1.013076", {"1.013123", "1.013065"}


@pytest.fixture
def world(whole: Searcher) -> World:
    return World(searcher=whole, local=whole.catalogue.local, today=date(2026, 8, 1))


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("chồng sắp cưới của em cũng phải xin à", "who"),
        ("của vợ tôi thì sao, có khác không?", "who"),
        ("tôi đi hay mẹ tôi đi?", "who"),
        ("chủ hộ cũ có phải ký gì không", "who"),
        ("giấy viết tay ngày xưa có dùng được không", "papers"),
        ("bản chụp điện thoại có được chấp nhận không", "papers"),
        ("có cần trình báo công an trước không", "papers"),
        ("có phải khám sức khỏe trước không ạ", "papers"),
        ("con tôi 15 tuổi", "who"),
    ],
)
def test_the_nearest_field_and_that_it_says_no_more(world: World, text: str, aspect: str) -> None:
    (reply,) = ask(Turn(text, State(procedure=SINGLE)), world).replies
    assert (reply.payload["code"], reply.payload["aspect"]) == (SINGLE, aspect)
    assert reply.text.startswith("Danh mục không ghi riêng điều anh/chị hỏi")
    assert "19001009" in reply.text


@pytest.mark.parametrize(
    "text", ["đăng ký tạm trú có cần không", "giấy phép lái xe bị mất thì cấp lại được không"]
)
def test_another_procedure_is_no_detail(world: World, text: str) -> None:
    outcome = ask(Turn(text, State(procedure=SINGLE), topical=True), world)
    assert SINGLE not in outcome.codes


def test_without_a_procedure_in_play_there_is_no_detail(world: World) -> None:
    outcome = ask(Turn("vợ tôi cũng phải đi à", State()), world)
    assert outcome.decision != "answer"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("thằng em nó mới 8 tuổi thì sao?", CARD_EARLY),
        ("con be ut 3 tuoi", CARD_EARLY),
        ("bà nội 80 tuổi thì thế nào", CARD_LATER),
    ],
)
def test_another_age_is_another_option_of_the_guide(world: World, text: str, code: str) -> None:
    assert ask(Turn(text, State(procedure=CARD_LATER)), world).codes == (code,)


def test_another_part_in_it_is_another_option_of_the_guide(world: World) -> None:
    outcome = ask(Turn("nhầm, tôi là người bán mới đúng", State(procedure=BUYER)), world)
    assert set(outcome.codes) & SELLER
