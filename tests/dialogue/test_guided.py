"""A guide's questions, answered by number, by button and in a person's own words."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.answers.aspect import Aspect
from bot.catalogue.store import load_catalogue
from bot.dialogue import guided, moves
from bot.dialogue.options import option_of, option_said
from bot.dialogue.respond import ask
from bot.dialogue.state import State
from bot.dialogue.turn import Turn, World
from bot.guides.model import load_guides

MARRIAGE, FOREIGN = "1.000894", "2.000806"


@pytest.fixture
def world() -> World:
    """The search finds marriage, and is not sure of which kind."""
    catalogue = load_catalogue()
    found = SimpleNamespace(
        decision="clarify", codes=[MARRIAGE, FOREIGN], choices=[MARRIAGE, FOREIGN]
    )
    searcher = SimpleNamespace(
        catalogue=catalogue,
        search=lambda *_, **__: found,
        names_other=lambda *_: False,
        restore=lambda text: text,
    )
    return World(searcher=cast(Any, searcher), local=catalogue.local, today=date(2026, 8, 1))


def open_question(world: World, text: str = "tôi muốn cưới vợ") -> State:
    outcome = ask(Turn(text, State()), world)
    assert outcome.state.guide == "ket-hon/start"
    return outcome.state


def test_who_names_a_thing_with_a_guide_of_its_own_is_not_asked_about_its_loss() -> None:
    passport, lost, lost_in_the_ward = "1.001456", "1.001445", "1.010386"
    choices = [passport, lost, lost_in_the_ward]
    catalogue = load_catalogue()
    assert guided.guide_among(choices, choices, catalogue) is None
    assert guided.guide_among(choices[1:], choices, catalogue) == "mat-ho-chieu"


def test_an_unsure_search_asks_the_guides_question(world: World) -> None:
    outcome = ask(Turn("tôi muốn cưới vợ", State()), world)
    assert outcome.decision == "clarify"
    assert outcome.replies[0].payload["question"] == load_guides()["ket-hon"].questions["start"].ask


@pytest.mark.parametrize(
    "text", ["2", "cái thứ hai", "Một bên là người nước ngoài", "em lấy chồng tây ạ"]
)
def test_it_is_answered_by_number_label_or_words(world: World, text: str) -> None:
    outcome = ask(Turn(text, open_question(world)), world)
    assert outcome.codes == (FOREIGN,)
    assert outcome.state.guide is None


def test_the_aspect_asked_before_is_what_is_answered(world: World) -> None:
    first = ask(Turn("cưới vợ hết bao nhiêu tiền", State(), aspects=(Aspect.FEE,)), world)
    outcome = ask(Turn("2", first.state), world)
    assert outcome.state.aspect is Aspect.FEE


def test_none_of_them_leaves_the_guide(world: World) -> None:
    outcome = moves.not_that(Turn("không phải cái nào", open_question(world)), world)
    assert outcome.state.guide is None
    assert not set(outcome.codes) & set(load_guides()["ket-hon"].codes)


def test_a_bare_yes_asks_again(world: World) -> None:
    outcome = moves.affirm(Turn("vâng", open_question(world)), world)
    assert outcome.decision == "clarify"
    assert outcome.state.guide == "ket-hon/start"


def test_words_of_two_options_choose_none() -> None:
    offered = load_guides()["ket-hon"].questions["start"].options
    assert option_said("em lấy chồng tây", offered) is offered[1]
    assert option_of("mất hôn thú rồi, hay lấy chồng tây?", offered, load_catalogue()) is None


def test_a_guide_that_is_gone_is_forgotten() -> None:
    assert guided.node_of("khong-con/start") is None
    assert guided.node_of("") is None


def test_the_usual_procedure_is_told_in_the_guides_words(world: World) -> None:
    outcome = ask(Turn(MARRIAGE, State()), world)
    intro = load_guides()["ket-hon"].intro
    assert outcome.replies[0].text.startswith(intro[:40])
    assert outcome.replies[0].payload["sections"][0]["heading"] == "Hay quên"


def test_what_says_nothing_is_asked_once_more(world: World) -> None:
    nothing = SimpleNamespace(decision="none", codes=[], choices=[])
    state = open_question(world)
    cast(Any, world.searcher).search = lambda *_, **__: nothing
    again = ask(Turn("tùy thôi", state), world)
    assert again.state.guide == "ket-hon/start"
    assert ask(Turn("tùy thôi", again.state), world).decision == "none"


def test_what_the_question_says_already_is_not_asked(world: World) -> None:
    outcome = ask(Turn("em lấy chồng tây thì sao", State()), world)
    assert outcome.codes == (FOREIGN,)


def test_another_case_after_the_usual_answer(world: World) -> None:
    outcome = ask(Turn("à em lấy chồng tây", State(procedure=MARRIAGE)), world)
    assert outcome.codes == (FOREIGN,)


def test_another_matter_after_the_usual_answer_is_searched(world: World) -> None:
    asked: list[str] = []
    nothing = SimpleNamespace(decision="none", codes=[], choices=[])
    cast(Any, world.searcher).search = lambda text, **_: asked.append(text) or nothing
    ask(Turn("lấy chồng tây rồi muốn đổi quốc tịch cho con", State(procedure=MARRIAGE)), world)
    assert asked
