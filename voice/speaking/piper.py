"""Piper: a neural voice from a file of its own; its package is not part of the set-up."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from voice.audio import resample
from voice.speaking.port import VoiceProblem


class Piper:
    """
    Args:
        model: the voice's .onnx file; its .onnx.json lies beside it.

    Raises:
        VoiceProblem: the package or the voice is not there.
    """

    def __init__(self, model: Path) -> None:
        try:
            from piper import PiperVoice
        except ModuleNotFoundError as error:
            raise VoiceProblem(
                "piper-tts is not installed: run .venv/app/bin/pip install piper-tts, "
                "or leave MOTCUA_VOICE_PIPER_MODEL empty."
            ) from error
        for needed in (model, model.with_name(f"{model.name}.json")):
            if not needed.is_file():
                raise VoiceProblem(f"{needed} is missing: MOTCUA_VOICE_PIPER_MODEL names a voice.")
        try:
            self._voice = PiperVoice.load(model)
        except Exception as error:  # of the library or of the runtime below it
            raise VoiceProblem(f"{model} is no voice of piper.") from error
        self.name = f"piper-{model.stem}"
        self._lock = Lock()

    def speak(self, text: str, pace: float = 1.0) -> bytes:
        from piper import SynthesisConfig

        how = SynthesisConfig(length_scale=self._voice.config.length_scale / pace)
        with self._lock:
            sound = b"".join(c.audio_int16_bytes for c in self._voice.synthesize(text, how))
        return resample(sound, self._voice.config.sample_rate)
