"""What was said, read from its sound."""

from __future__ import annotations

import pytest

from voice import prompts
from voice.audio import FRAME, SILENCE, frames, from_ulaw, to_ulaw
from voice.speaking.espeak import Espeak
from voice.speaking.mouth import SLOWER
from voice.transcript import SLACK, transcript

TEXTS = ("Cần hai giấy tờ. Anh chị hỏi gì nữa không?", "Không mất lệ phí làm hộ chiếu.", "Chào.")


def heard(*sounds: bytes) -> bytes:
    """As it comes over a line, frame by frame."""
    return b"".join(b"".join(frames(from_ulaw(to_ulaw(sound)))) for sound in sounds)


def test_sentences_are_found_in_their_order() -> None:
    voice = Espeak()
    sound = heard(voice.speak("Không mất lệ phí làm hộ chiếu."), SILENCE * 9,
                  voice.speak("Anh chị hỏi gì nữa không?"))  # fmt: skip
    assert transcript(sound, TEXTS, voice) == [
        "Không mất lệ phí làm hộ chiếu.", "Anh chị hỏi gì nữa không?",
    ]  # fmt: skip


def test_said_slowly_or_twice_is_said() -> None:
    voice = Espeak()
    slow = voice.speak("Anh chị hỏi gì nữa không?", SLOWER)
    assert transcript(heard(slow, slow), TEXTS, voice) == ["Anh chị hỏi gì nữa không?"] * 2


def test_said_a_little_shorter_before_the_next_is_said() -> None:
    # espeak-ng makes one utterance in twenty some milliseconds shorter than the last.
    voice = Espeak()
    short = voice.speak("Anh chị hỏi gì nữa không?", SLOWER)[: -SLACK * FRAME]
    assert transcript(heard(short, voice.speak("Chào.")), TEXTS, voice) == [
        "Anh chị hỏi gì nữa không?", "Chào.",
    ]  # fmt: skip


@pytest.mark.parametrize("at", [0.3, 0.5, 0.7])
def test_a_pause_within_that_is_shorter_than_the_last_time_hides_nothing(at: float) -> None:
    # espeak-ng does so itself, in one utterance of some: here it is done each time.
    voice = Espeak()
    said = "Hai là Người Việt Nam, làm luôn thẻ bảo hiểm y tế."
    sound = voice.speak(said)
    cut = FRAME * round(len(sound) * at / FRAME)
    shorter = sound[:cut] + sound[cut + FRAME // 2 :]
    assert transcript(heard(shorter, voice.speak("Chào.")), [said, *TEXTS], voice) == [
        said, "Chào.",
    ]  # fmt: skip


def test_no_sentence_is_told_within_another() -> None:
    voice = Espeak()
    sound = heard(voice.speak("Cảm ơn anh chị đã gọi."), voice.speak("Xin chào anh chị."))
    assert transcript(sound, prompts.FIXED, voice) == [
        "Cảm ơn anh chị đã gọi.", "Xin chào anh chị.",
    ]  # fmt: skip


def test_what_was_cut_off_is_told_as_such() -> None:
    voice = Espeak()
    sound = voice.speak("Không mất lệ phí làm hộ chiếu.")
    assert transcript(heard(sound[: 70 * FRAME]), TEXTS, voice) == [
        "Không mất lệ phí làm hộ chiếu. …"
    ]


def test_another_voice_is_not_taken_for_it() -> None:
    sound = heard(Espeak("south").speak("Không mất lệ phí làm hộ chiếu."))
    assert transcript(sound, TEXTS, Espeak()) == []


def test_of_a_round_in_which_nothing_came_nothing_is_told() -> None:
    assert transcript(b"", TEXTS, Espeak()) == []
