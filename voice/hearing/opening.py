"""The recogniser that the settings name."""

from __future__ import annotations

from bot.settings import Settings
from voice.hearing.port import Recogniser


def open_recogniser(settings: Settings) -> Recogniser:
    """Loads its model: about a second. Only the library that is used is imported.

    Raises:
        HearingProblem: the model is not there.
    """
    if settings.voice_recogniser == "vosk":
        from voice.hearing.vosk import Vosk

        return Vosk(settings.models_dir / settings.voice_vosk_model)
    from voice.hearing.whisper import Whisper

    return Whisper(settings.models_dir / "whisper-base")
