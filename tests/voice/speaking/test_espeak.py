"""espeak-ng speaks Vietnamese, and fixed sentences are spoken once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.settings import Settings
from voice import prompts
from voice.audio import loudness, seconds
from voice.speaking.espeak import VOICES, Espeak
from voice.speaking.kept import Kept
from voice.speaking.mouth import sentences

TEXT = "Anh chị muốn hỏi thủ tục nào?"


@pytest.mark.parametrize("accent", VOICES)
def test_each_accent_speaks_at_the_pace_of_a_person(accent: str) -> None:
    sound = Espeak(accent).speak(TEXT)
    assert 1.0 < seconds(sound) < 3.5
    assert loudness(sound) > 1000


def test_slower_takes_longer() -> None:
    voice = Espeak()
    assert seconds(voice.speak(TEXT, 0.75)) > 1.2 * seconds(voice.speak(TEXT))


def test_threads_do_not_mix_their_words() -> None:
    voice = Espeak()
    texts = [f"{TEXT} {'một ' * at}" for at in range(12)]
    alone = [seconds(voice.speak(text)) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = [seconds(sound) for sound in pool.map(voice.speak, texts)]
    # The library's breath is never quite the same; one "một" more takes a fifth of a second.
    assert together == pytest.approx(alone, abs=0.08)


class Counting:
    name = "counting"

    def __init__(self) -> None:
        self.spoken: list[str] = []

    def speak(self, text: str, pace: float = 1.0) -> bytes:
        self.spoken.append(text)
        return text.encode()


def test_a_fixed_sentence_is_spoken_once_even_by_the_next_process(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    assert Kept(first, tmp_path, [TEXT]).speak(TEXT) == TEXT.encode()
    assert Kept(second, tmp_path, [TEXT]).speak(TEXT) == TEXT.encode()
    assert first.spoken == [TEXT]
    assert second.spoken == []


def test_an_answer_is_never_kept(tmp_path: Path) -> None:
    voice = Counting()
    kept = Kept(voice, tmp_path, [])
    kept.speak("Hồ sơ của anh chị đang xử lý.")
    kept.speak("Hồ sơ của anh chị đang xử lý.")
    assert len(voice.spoken) == 2
    assert list(tmp_path.iterdir()) == []


def test_no_prompt_has_digits_or_takes_longer_than_a_breath() -> None:
    for prompt in [*prompts.FIXED, prompts.greeting(Settings())]:
        assert not any(char.isdigit() for char in prompt), prompt
        for sentence in sentences(prompt):
            assert len(sentence.split()) <= 24, sentence
