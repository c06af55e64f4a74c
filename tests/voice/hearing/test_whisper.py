"""Whisper base: put together from its packages, and what it makes of made voices."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bot.settings import ROOT
from voice.audio import SILENCE, from_ulaw, to_ulaw
from voice.hearing import whisper_files
from voice.hearing.port import HearingProblem, Recogniser
from voice.speaking.espeak import Espeak

MODEL = ROOT / "models" / "whisper-base"


@pytest.fixture(scope="module")
def whisper() -> Recogniser:
    if not MODEL.exists():
        pytest.skip("models/whisper-base: make setup builds it")
    from voice.hearing.whisper import Whisper

    return Whisper(MODEL)


def on_a_line(text: str) -> bytes:
    return from_ulaw(to_ulaw(SILENCE * 15 + Espeak().speak(text, 0.9) + SILENCE * 15))


WORDS = ("một", "hai", "ba", "không phải", "thôi")


@pytest.mark.parametrize("word", WORDS)
def test_an_expected_word_is_understood(whisper: Recogniser, word: str) -> None:
    heard = whisper.hear(on_a_line(word), WORDS)
    assert heard.text == word
    assert set(heard.alternatives) == {*WORDS} - {word}


def test_something_else_is_not_taken_for_one(whisper: Recogniser) -> None:
    assert whisper.hear(on_a_line("nhắc lại"), WORDS).text not in WORDS


def test_a_sentence_is_guessed_in_several_ways(whisper: Recogniser) -> None:
    heard = whisper.hear(on_a_line("làm giấy khai sinh cho con cần giấy tờ gì"))
    assert len(heard.text.split()) >= 5
    assert heard.alternatives
    assert heard.text not in heard.alternatives


def test_silence_and_noise_are_nothing(whisper: Recogniser) -> None:
    noise = random.Random(1).randbytes(16_000)
    for sound in (SILENCE * 100, noise):
        assert whisper.hear(from_ulaw(to_ulaw(sound))).text == ""


def test_other_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whisper_files, "SHA256", "0" * 64)
    with pytest.raises(HearingProblem, match="other weights"):
        whisper_files.build(tmp_path / "whisper-base")
    assert not (tmp_path / "whisper-base").exists()


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whisper_files, "PARTS", (("no_such_package", "x"),))
    with pytest.raises(HearingProblem, match="no_such_package"):
        whisper_files.build(tmp_path / "whisper-base")
