"""Choices corrected, asked about, and beyond what was offered."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.answers.aspect import Aspect
from bot.catalogue.store import load_catalogue
from bot.dialogue import moves, service
from bot.dialogue.respond import ask
from bot.dialogue.state import State
from bot.dialogue.turn import Turn, World

FUNERAL = "mai-tang-phi/start"
PENSION, OLD_AGE, ALLOWANCE = "1.014177", "1.014028", "1.001731"
COMPANIES = ("2.001583", "2.001199", "2.002043")


@pytest.fixture
def world() -> World:
    """The search finds nothing."""
    catalogue = load_catalogue()
    nothing = SimpleNamespace(decision="none", codes=[], choices=[], matched_by="search")
    searcher = SimpleNamespace(
        catalogue=catalogue,
        search=lambda *_, **__: nothing,
        names_other=lambda *_: False,
        restore=lambda text: text,
    )
    return World(searcher=cast(Any, searcher), local=catalogue.local, today=date(2026, 8, 1))


@pytest.mark.parametrize("move", [ask, moves.choose, moves.not_that])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("à nhầm, cái thứ ba cơ", ALLOWANCE),
        ("ấy chết, số 2 mới đúng", OLD_AGE),
        ("nhầm, ông hưởng trợ cấp khuyết tật", ALLOWANCE),
    ],
)
def test_another_answer_to_the_question_before(
    world: World, move: Any, text: str, code: str
) -> None:
    taken = moves.choose(Turn("cái thứ nhất", State(guide=FUNERAL)), world)
    assert taken.codes == (PENSION,)
    assert move(Turn(text, taken.state), world).codes == (code,)


def test_a_correction_of_plain_choices(world: World) -> None:
    taken = moves.choose(Turn("1", State(choices=COMPANIES)), world)
    assert moves.not_that(Turn("nhầm, số 3", taken.state), world).codes == (COMPANIES[2],)


def test_once_the_talk_went_elsewhere_nothing_is_corrected(world: World) -> None:
    taken = moves.choose(Turn("cái thứ nhất", State(guide=FUNERAL)), world)
    elsewhere = ask(Turn("1.000894", taken.state), world)
    assert elsewhere.state.reopened().guide is None


def test_a_number_and_a_question(world: World) -> None:
    turn = Turn("số 1, cần giấy tờ gì?", State(guide=FUNERAL), aspects=(Aspect.PAPERS,))
    outcome = ask(turn, world)
    assert outcome.codes == (PENSION,)
    assert outcome.replies[0].payload["aspect"] == "papers"
    other = ask(Turn("còn số 2 thì sao?", outcome.state), world)
    assert other.codes == (OLD_AGE,)


@pytest.mark.parametrize("move", [moves.choose, service.out_of_scope])
@pytest.mark.parametrize("state", [State(guide=FUNERAL), State(choices=COMPANIES)])
def test_a_number_beyond_the_options_asks_again(world: World, move: Any, state: State) -> None:
    outcome = move(Turn("số 9", state), world)
    assert outcome.decision == "clarify"
    assert (outcome.state.guide, outcome.state.choices) == (state.guide, state.choices)


def test_what_is_that_explains_and_asks_again(world: World) -> None:
    outcome = ask(Turn("hưu trí xã hội là gì hả cháu?", State(guide=FUNERAL)), world)
    assert outcome.state.guide == FUNERAL
    (reply,) = outcome.replies
    assert reply.text.startswith("“Trợ cấp hưu trí xã hội của người già” thuộc thủ tục")
    assert OLD_AGE in reply.text
    assert len(reply.payload["choices"]) == 4


def test_what_lies_behind_an_option_that_asks_on(world: World) -> None:
    (reply,) = ask(Turn("người có công là sao", State(guide=FUNERAL)), world).replies
    assert "cựu chiến binh" in reply.text.split("\n")[0]


def test_what_is_the_second_of_plain_choices(world: World) -> None:
    (reply,) = moves.choose(Turn("số 2 là gì", State(choices=COMPANIES)), world).replies
    assert reply.text.startswith("Đây là thủ tục")
    assert COMPANIES[1] in reply.text.split("\n")[0]


def test_peoples_words_for_a_choice(world: World) -> None:
    ending, pausing = "1.001266", "1.001570"
    outcome = ask(Turn("thôi nghỉ hẳn luôn", State(choices=(ending, pausing))), world)
    assert outcome.codes == (ending,)
