"""Look-ups beside the event loop: asked for once, with a limit, in nobody's way."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker

from actions import desk as module
from actions.desk import desk, looked_up
from actions.speak import read
from bot.cases.outcome import REFUSED, SOURCE_DOWN, Listed, Outcome, OutcomeKind
from bot.cases.registry import Entry
from bot.cases.service import open_cases
from bot.settings import Settings
from bot.store import migrate
from tests.cases.conftest import CODE, PHONE, a_case


class Asked:
    """A desk that says what the test wants, and notes what it was asked."""

    def __init__(self, answer: Callable[[], Outcome]) -> None:
        self._answer = answer
        self.calls: list[tuple[str, ...]] = []

    def look_up(self, *asked: str) -> Outcome:
        self.calls.append(asked)
        return self._answer()

    def of_person(self, *asked: str) -> Listed:
        self.calls.append(asked)
        return Listed((a_case(),), more=False)


def tracker(text: str, proof: str | None = None, **slots: Any) -> Tracker:
    message = {
        "text": text,
        "intent": {"name": "case_status", "confidence": 0.9},
        "entities": [],
        "metadata": {"proof": proof} if proof is not None else {},
    }
    events = [{"event": "user", "text": text, "input_channel": "web"}]
    return Tracker("web-1", slots, message, events, False, None, {}, None)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    one = Asked(lambda: REFUSED)
    monkeypatch.setattr(module, "desk", lambda: one)
    return one


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The real desk over a registry with one case."""
    config = Settings(var_dir=tmp_path)
    migrate(config.database)
    cases = open_cases(config)
    cases.registry.put([Entry(a_case(), PHONE, None)])
    cases.close()
    monkeypatch.setattr(module, "settings", lambda: config)
    desk.cache_clear()
    yield
    desk.cache_clear()


def found(of: Tracker) -> Outcome | None:
    return asyncio.run(looked_up(read(of), of)).found


def test_the_real_desk_is_asked_with_the_proof_that_was_handed_over(opened: None) -> None:
    outcome = found(tracker(f"{CODE} [proof]", PHONE))
    assert outcome is not None
    assert outcome.kind is OutcomeKind.FOUND
    waiting = {"case_asks": "proof", "case_code": CODE}
    assert found(tracker("[proof]", "0000", **waiting)) is REFUSED


def test_the_caller_is_the_conversation_on_its_channel(asked: Asked) -> None:
    assert found(tracker(f"{CODE} [proof]", PHONE)) is REFUSED
    assert asked.calls == [(CODE, PHONE, "web-1", "web")]


@pytest.mark.parametrize(
    ("text", "proof"), [("lệ phí bao nhiêu", None), (CODE, None), ("[proof]", PHONE), (CODE, "")]
)
def test_nothing_is_looked_up_without_code_and_proof(
    asked: Asked, text: str, proof: str | None
) -> None:
    assert found(tracker(text, proof)) is None
    assert asked.calls == []


@pytest.mark.parametrize("text", ["hồ sơ của tôi đến đâu rồi", CODE, f"{CODE} [proof]"])
def test_a_signed_in_person_is_asked_for_by_the_hash_that_was_handed_over(
    asked: Asked, text: str
) -> None:
    of = tracker(text, PHONE if "[proof]" in text else None)
    of.latest_message["metadata"]["person"] = "a-keyed-hash"
    turn = asyncio.run(looked_up(read(of), of))
    assert turn.signed_in
    assert turn.own == Listed((a_case(),), more=False)
    assert asked.calls == [("a-keyed-hash", "web-1", "web")]  # and no proof was looked at


def test_a_desk_that_hangs_is_not_waited_for(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WITHIN_S", 0.2)
    answers = threading.Event()
    asked._answer = lambda: REFUSED if answers.wait(30) else SOURCE_DOWN
    slow = tracker(f"{CODE} [proof]", PHONE)

    async def turn() -> Outcome | None:
        try:
            return (await looked_up(read(slow), slow)).found
        finally:
            answers.set()  # only now: what was told did not wait for it

    assert asyncio.run(turn()) is SOURCE_DOWN


def test_slow_look_ups_wait_beside_each_other_and_beside_the_loop(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WITHIN_S", 30)
    another = threading.Barrier(2, timeout=30)  # none goes on without another beside it

    def answer() -> Outcome:
        another.wait()
        return REFUSED

    asked._answer = answer
    slow = tracker(f"{CODE} [proof]", PHONE)

    async def together() -> list[Outcome | None]:
        turns = await asyncio.gather(*(looked_up(read(slow), slow) for _ in range(8)))
        return [turn.found for turn in turns]

    assert asyncio.run(together()) == [REFUSED] * 8
