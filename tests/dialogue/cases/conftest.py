"""A talk about cases without Rasa: a message in, a reply out, the state carried on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, cast

import pytest

from bot.cases.outcome import REFUSED, SOURCE_DOWN, Outcome, OutcomeKind
from bot.catalogue.store import load_catalogue
from bot.dialogue import respond
from bot.dialogue.cases.looking import wanted
from bot.dialogue.cases.turns import first
from bot.dialogue.service import case_status
from bot.dialogue.state import State
from bot.dialogue.turn import Outcome as Ended
from bot.dialogue.turn import Turn, World
from tests.cases.conftest import CODE, PHONE, a_case
from tests.dialogue.test_turns import FakeSearcher, Found

TODAY = date(2026, 7, 13)  # two days before the case is due
OTHER = "H26.12-250701-0002"  # nobody has it
AXIS_DOWN = "G22.99-251225-020175"
Respond = Callable[[Turn, World], Ended]


def at_the_desk(code: str, proof: str | None) -> Outcome:
    """What the real desk says: one case, its proof, and a source that is down."""
    if code == AXIS_DOWN:
        return SOURCE_DOWN
    if code != CODE or proof not in (None, PHONE):
        return REFUSED
    return Outcome(OutcomeKind.FOUND, a_case())


@dataclass
class Talk:
    """`kinds` of the last replies; the move is what Rasa would have chosen."""

    world: World
    state: State = field(default_factory=State)
    last: Ended | None = None

    def say(self, text: str, move: Respond = respond.ask, **facts: Any) -> list[str]:
        turn = Turn(text, self.state, **facts)
        if look_up := wanted(turn):
            turn = replace(turn, found=at_the_desk(look_up.code, look_up.proof))
        self.last = first(move)(turn, self.world)
        self.state = self.last.state
        return self.kinds

    @property
    def kinds(self) -> list[str]:
        assert self.last
        return [r.payload.get("kind") or r.payload["type"] for r in self.last.replies]

    @property
    def text(self) -> str:
        assert self.last
        return "\n".join(reply.text for reply in self.last.replies)

    def finds(self, found: Found) -> None:
        cast(FakeSearcher, self.world.searcher).found = found


@pytest.fixture
def talk() -> Talk:
    catalogue = load_catalogue()
    searcher = FakeSearcher(catalogue, Found())
    return Talk(World(searcher=cast(Any, searcher), local=catalogue.local, today=TODAY))


@pytest.fixture
def asked_for_proof(talk: Talk) -> Talk:
    assert talk.say("hồ sơ của tôi đến đâu rồi", case_status) == ["code"]
    assert talk.say(CODE) == ["proof"]
    return talk


@pytest.fixture
def shown(asked_for_proof: Talk) -> Talk:
    assert asked_for_proof.say("", proof=PHONE) == ["status"]
    return asked_for_proof
