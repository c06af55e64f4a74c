"""Piper behind the port, with a voice that hums.

`tone.onnx` has the inputs and the output of a piper voice, and makes of each sound of the text a
tone of its own (800 samples, times the length that is asked for): the real package runs it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.settings import Settings
from voice.audio import loudness, seconds
from voice.speaking.opening import open_voice
from voice.speaking.piper import Piper
from voice.speaking.port import VoiceProblem

TONE = Path(__file__).with_name("tone.onnx")


def test_a_voice_file_speaks_at_the_telephone_s_rate() -> None:
    pytest.importorskip("piper", reason="piper-tts is optional and not installed")
    voice = Piper(TONE)
    short, long = voice.speak("xin chào"), voice.speak("xin chào anh chị, xin chào")
    assert loudness(short) > 1000
    assert 0.1 < seconds(short) < seconds(long)
    assert seconds(voice.speak("xin chào", 0.5)) == pytest.approx(2 * seconds(short), rel=0.05)


def test_the_setting_names_it(tmp_path: Path) -> None:
    pytest.importorskip("piper", reason="piper-tts is optional and not installed")
    config = Settings(var_dir=tmp_path, voice_piper_model=str(TONE))
    assert open_voice(config).name == "piper-tone"


def test_without_its_package_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "piper", None)
    with pytest.raises(VoiceProblem, match="pip install piper-tts"):
        Piper(TONE)


def test_what_is_no_voice_is_told(tmp_path: Path) -> None:
    pytest.importorskip("piper", reason="piper-tts is optional and not installed")
    model = tmp_path / "voice.onnx"
    with pytest.raises(VoiceProblem, match="is missing"):
        Piper(model)
    model.write_bytes(b"none")
    model.with_name("voice.onnx.json").write_text("{}")
    with pytest.raises(VoiceProblem, match="no voice of piper"):
        Piper(model)
