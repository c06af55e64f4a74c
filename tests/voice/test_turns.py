"""Whose turn it is, frame by frame."""

from __future__ import annotations

import pytest

from voice.audio import FRAME_MS, SILENCE
from voice.turns import Began, Ended, Event, Going, Paused, Pauses, Silent, Turns

VOICE = b"\1" * len(SILENCE)
PAUSES = Pauses(look=300, end=700, longest=5000, silence=2000)


def run(
    turns: Turns, *parts: tuple[bool, int], waiting: bool = True, going: bool = False
) -> list[tuple[int, Event]]:
    """Events with the millisecond of each; parts are (voiced, milliseconds). `going`: of that kind
    alone; else all the others."""
    found: list[tuple[int, Event]] = []
    ms = 0
    for voiced, length in parts:
        for _ in range(length // FRAME_MS):
            ms += FRAME_MS
            sound = VOICE if voiced else SILENCE
            event = turns.frame(sound, voiced=voiced, waiting=waiting)
            if event and isinstance(event, Going) == going:
                found.append((ms, event))
    return found


def kinds(events: list[tuple[int, Event]]) -> list[tuple[int, str]]:
    return [(ms, type(event).__name__) for ms, event in events]


def test_while_somebody_speaks_the_turn_so_far_is_told_every_half_second() -> None:
    events = run(Turns(PAUSES), (True, 1200), (False, 200), (True, 300), going=True)
    sounds = [event.sound for _, event in events if isinstance(event, Going)]
    assert [len(sound) // len(SILENCE) for sound in sounds] == [25, 50, 75]
    assert sounds[1].startswith(sounds[0])


def test_a_turn_begins_within_100_ms_and_ends_by_its_pause() -> None:
    events = run(Turns(PAUSES), (False, 500), (True, 1000), (False, 1000))
    assert kinds(events) == [(600, "Began"), (1800, "Paused"), (2200, "Ended")]


def test_the_beginning_of_the_first_word_is_kept() -> None:
    events = run(Turns(PAUSES), (False, 500), (True, 1000), (False, 1000))
    ended = events[-1][1]
    assert isinstance(ended, Ended)
    assert ended.sound.count(VOICE) == 1000 // FRAME_MS
    assert ended.sound.startswith(SILENCE)


def test_who_thinks_within_a_sentence_is_let_finish() -> None:
    events = run(Turns(PAUSES), (True, 600), (False, 500), (True, 600), (False, 800))
    assert [name for _, name in kinds(events)] == ["Began", "Paused", "Paused", "Ended"]
    paused, ended = events[2][1], events[3][1]
    assert isinstance(paused, Paused)
    assert isinstance(ended, Ended)
    assert ended.in_pause
    assert ended.sound.startswith(paused.sound)


def test_a_click_is_no_turn() -> None:
    assert run(Turns(PAUSES), (False, 300), (True, 80), (False, 300)) == []


def test_a_turn_that_is_too_long_is_cut_without_a_pause() -> None:
    [(_, began), (ms, ended)] = run(Turns(PAUSES), (True, 5000))
    assert began == Began()
    assert isinstance(ended, Ended)
    assert not ended.in_pause
    assert ms <= 5100


def test_silence_is_counted_while_the_caller_is_waited_for() -> None:
    assert run(Turns(PAUSES), (False, 6100)) == [
        (2000, Silent(1)), (4000, Silent(2)), (6000, Silent(3)),
    ]  # fmt: skip
    assert run(Turns(PAUSES), (False, 6100), waiting=False) == []


def test_a_word_or_a_key_begins_the_count_anew() -> None:
    turns = Turns(PAUSES)
    run(turns, (False, 2100))
    turns.stirred()
    assert run(turns, (False, 2000)) == [(2000, Silent(1))]


def test_a_pause_may_be_shorter_or_longer_by_what_was_said() -> None:
    for patience, ms in (("short", 450), ("usual", 700), ("long", 1400), ("reading", 2500)):
        turns = Turns(PAUSES)
        run(turns, (True, 1000), (False, 320))
        turns.be_patient(patience)  # type: ignore[arg-type]
        [(left, ended)] = run(turns, (False, 2700), waiting=False)
        assert isinstance(ended, Ended)
        assert left + 320 == pytest.approx(ms, abs=20)


def test_who_goes_on_speaking_has_the_usual_pause_again() -> None:
    turns = Turns(PAUSES)
    run(turns, (True, 1000), (False, 320))
    turns.be_patient("short")
    events = run(turns, (True, 200), (False, 690))
    assert kinds(events) == [(500, "Paused")]
