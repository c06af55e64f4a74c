"""A proof is handed over for one turn, where it was asked for or says itself what it is."""

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.nlu.door import redacting
from bot.nlu.proofs import ASKS, handing_over
from bot.nlu.tracker import RedactingTrackerStore
from bot.text.proof import METADATA

DOMAIN = Domain.load("domain.yml")
ASKED = SlotSet(ASKS, "proof")


@pytest.fixture(autouse=True)
def door(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(UserMessage, "__init__", redacting(UserMessage.__init__))


async def _log(_processor: Any, message: UserMessage, tracker: DialogueStateTracker) -> None:
    """What Rasa does with a message, but for understanding it."""
    metadata = message.metadata
    tracker.update(UserUttered(message.text, {"name": "case_status"}, metadata=metadata), DOMAIN)


def heard(message: UserMessage, *before: Event) -> UserUttered:
    tracker = DialogueStateTracker.from_events("lan", list(before), DOMAIN.slots)
    asyncio.run(handing_over(_log)(None, message, tracker))
    assert isinstance(tracker.events[-1], UserUttered)
    return tracker.events[-1]


@pytest.mark.parametrize("typed", ["5678", "năm sáu bảy tám", "5 6 7 8", "số cuối là 5678 ạ"])
def test_in_the_shell_a_proof_that_was_asked_for_is_handed_over(typed: str) -> None:
    event = heard(UserMessage(typed), ASKED)
    assert event.metadata == {METADATA: "5678"}
    assert "[proof]" in event.text


def test_the_web_has_taken_it_out_before() -> None:
    event = heard(UserMessage("dạ [proof]", metadata={METADATA: "5678", "page": "/"}), ASKED)
    assert event.metadata == {METADATA: "5678", "page": "/"}
    assert event.text == "dạ [proof]"


@pytest.mark.parametrize("typed", ["2024", "1022", "năm hai không hai tư"])
def test_digits_that_nobody_asked_for_are_left_where_they_were(typed: str) -> None:
    assert heard(UserMessage(typed)).text == typed
    from_the_web = heard(UserMessage("[proof]", metadata={METADATA: typed}))
    assert (from_the_web.text, from_the_web.metadata) == (typed, {})
    asked_and_done = heard(UserMessage(typed), ASKED, SlotSet(ASKS, None))
    assert asked_and_done.text == typed


def test_the_proof_once_more_when_the_case_is_shown_is_not_kept_either() -> None:
    shown = (ASKED, SlotSet(ASKS, None), SlotSet("case_shown", {"code": "H26.12-250701-0001"}))
    event = heard(UserMessage("5678"), *shown)
    assert (event.text, event.metadata) == ("[proof]", {METADATA: "5678"})
    assert heard(UserMessage("2024"), *shown, SlotSet("case_aside", True)).text == "2024"
    assert heard(UserMessage("2024"), *shown, SlotSet("case_shown", None)).text == "2024"


def test_invisible_signs_hide_no_proof() -> None:
    event = heard(UserMessage("H26\u200b.12-250701-0001 56\u200d78"))
    assert (event.text, event.metadata) == ("H26.12-250701-0001 [proof]", {METADATA: "5678"})


def test_beside_a_code_nobody_has_to_ask() -> None:
    event = heard(UserMessage("H26.12-250701-0001, 4 số cuối 5678"))
    assert event.metadata == {METADATA: "5678"}
    assert event.text == "H26.12-250701-0001, 4 số cuối [proof]"


def test_digits_that_are_not_four_are_no_question_either() -> None:
    event = heard(UserMessage("56789"), ASKED)
    assert (event.text, event.metadata) == ("[proof]", {METADATA: ""})


def test_a_whole_number_is_handed_over_by_its_last_four() -> None:
    event = heard(UserMessage("0912345678"), ASKED)
    assert (event.text, event.metadata) == ("[phone]", {METADATA: "5678"})
    assert heard(UserMessage("0912345678")).metadata == {}
    from_the_web = heard(UserMessage("[phone]", metadata={METADATA: "5678"}), ASKED)
    assert from_the_web.metadata == {METADATA: "5678"}


def test_a_question_stays_a_question() -> None:
    event = heard(UserMessage("lệ phí năm 2024 bao nhiêu"), ASKED)
    assert (event.text, event.metadata) == ("lệ phí năm 2024 bao nhiêu", {})


def test_who_answers_after_the_session_ended_gives_a_proof_all_the_same() -> None:
    assert heard(UserMessage("5678"), ASKED, SessionStarted()).text == "[proof]"


def test_something_else_in_its_place_in_the_metadata_is_dropped() -> None:
    assert heard(UserMessage("xin chào", metadata={METADATA: 5678}), ASKED).metadata == {}
    assert UserMessage("xin chào", metadata=[1]).metadata == [1]


def test_it_reaches_neither_disk_nor_the_next_turn(tmp_path: Path) -> None:
    store = RedactingTrackerStore(DOMAIN, host=f"sqlite:///{tmp_path / 'rasa.db'}")
    tracker = asyncio.run(store.get_or_create_tracker("lan"))
    tracker.update(ASKED, DOMAIN)
    asyncio.run(handing_over(_log)(None, UserMessage("5678"), tracker))
    state = tracker.current_state()
    assert state["latest_message"]["metadata"] == {METADATA: "5678"}
    asyncio.run(store.save(tracker))
    alone = re.compile(rb"(?<![\d.])5678(?!\d)")  # not inside a time or an identifier
    disk = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"[proof]" in disk
    assert not alone.search(disk)
    kept = asyncio.run(store.retrieve("lan"))
    assert kept is tracker
    said = [kept.current_state(), *(event.as_dict() for event in kept.events)]
    assert not alone.search(str(said).encode())
