"""Greeting and thanks, and what comes with them."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.answers.aspect import Aspect
from bot.catalogue.store import load_catalogue
from bot.dialogue import courtesies
from bot.dialogue.state import State
from bot.dialogue.turn import Turn, World
from bot.settings import settings

BIRTH = "1.001193"


@pytest.fixture(scope="module")
def world() -> World:
    catalogue = load_catalogue()
    searcher = SimpleNamespace(
        catalogue=catalogue, names_other=lambda text, code: False, restore=lambda text: text
    )
    return World(searcher=cast(Any, searcher), local=catalogue.local, today=date(2026, 8, 1))


def test_the_greeting_says_whose_service_it_is_not(world: World) -> None:
    (said,) = courtesies.greet(Turn("chào em", State()), world).replies
    assert "không phải dịch vụ chính thức của thành phố" in said.text
    assert "19001009" in said.text


def test_run_by_the_city_it_greets_without_the_disclaimer(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    official = settings().model_copy(update={"official": True})
    monkeypatch.setattr(courtesies, "settings", lambda: official)
    (said,) = courtesies.greet(Turn("chào em", State()), world).replies
    assert "chính thức" not in said.text


def test_a_question_with_the_thanks_is_answered(world: World) -> None:
    turn = Turn("cảm ơn, thế lệ phí?", State(procedure=BIRTH), aspects=(Aspect.FEE,))
    outcome = courtesies.thanks(turn, world)
    assert outcome.decision == "answer"
    assert outcome.codes == (BIRTH,)


def test_plain_thanks_keep_the_procedure_in_play(world: World) -> None:
    before = State(procedure=BIRTH)
    outcome = courtesies.thanks(Turn("cảm ơn nhé", before), world)
    assert outcome.state == before
    assert "không có gì" in outcome.replies[0].text


def test_what_this_is_says_that_it_is_no_person_and_where_answers_come_from(world: World) -> None:
    (said,) = courtesies.about(Turn("em là người hay máy", State()), world).replies
    assert "không phải người thật" in said.text
    assert "7/2026" in said.text
