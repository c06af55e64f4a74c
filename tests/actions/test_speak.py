"""What an action reads from Rasa's tracker, and what it writes back."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker

from actions.speak import changed, meta, read
from bot.answers.aspect import Aspect
from bot.dialogue.state import State
from bot.dialogue.turn import Outcome


def tracker(text: str, *entities: dict[str, str], **slots: Any) -> Tracker:
    intent = {"name": "ask_fee", "confidence": 0.9}
    message = {"text": text, "intent": intent, "entities": list(entities)}
    return Tracker("s", slots, message, [], False, None, {}, None)


def test_what_stands_for_personal_data_says_nothing_about_the_matter() -> None:
    assert read(tracker("hộ chiếu [passport] hết hạn")).text.split() == [
        "hộ",
        "chiếu",
        "hết",
        "hạn",
    ]
    assert read(tracker("căn cước [cccd] mất rồi")).text.split() == ["căn", "cước", "mất", "rồi"]


def test_what_was_handed_over_is_read_and_nothing_of_it_is_left_in_the_text() -> None:
    said = tracker("H26.12-250701-0001 [proof]")
    said.latest_message["metadata"] = {"proof": "5678"}
    turn = read(said)
    assert turn.proof == "5678"
    assert turn.text.split() == ["H26.12-250701-0001"]
    assert not turn.personal
    assert read(tracker("số của tôi [phone]")).personal
    assert read(tracker("lệ phí")).proof is None


def test_what_a_recogniser_may_have_heard_besides_is_read() -> None:
    spoken = tracker("làm hộ chiếu")
    spoken.latest_message["metadata"] = {"heard": ["làm hộ chịu"]}
    assert read(spoken).heard == ("làm hộ chịu",)
    assert read(tracker("làm hộ chiếu")).heard is None


def test_a_named_paper_is_a_topic_and_a_ward_is_none() -> None:
    paper = {"entity": "paper", "value": "sổ hộ khẩu"}
    ward = {"entity": "ward", "value": "Phường Ba Đình"}
    assert read(tracker("mất sổ hộ khẩu", paper)).topical
    assert not read(tracker("ở ba đình", ward)).topical


def test_aspects_of_intent_and_words_come_together() -> None:
    words = {"entity": "aspect", "value": "papers"}
    assert read(tracker("lệ phí và giấy tờ", words)).aspects == (Aspect.FEE, Aspect.PAPERS)


def test_slots_that_no_longer_fit_count_as_empty() -> None:
    turn = read(tracker("lệ phí", procedure="1.000894", aspect="price", choices=None))
    assert turn.state == State(procedure="1.000894")


def test_only_changed_slots_are_written() -> None:
    before = State(procedure="1.000894", recent=("1.000894",), misses=1)
    events = changed(before, before.answered("1.000894", Aspect.FEE))
    assert {event["name"]: event["value"] for event in events} == {"aspect": "fee", "misses": 0.0}


def test_the_turn_log_is_told_intent_aspect_decision_and_codes() -> None:
    outcome = Outcome((), State(aspect=Aspect.FEE), "answer", ("1.000894",))
    assert meta("ask_fee", outcome) == {
        "intent": "ask_fee",
        "aspect": "fee",
        "decision": "answer",
        "codes": ["1.000894"],
    }
