"""The voice that the settings name, with its fixed sentences spoken already."""

from __future__ import annotations

from pathlib import Path

from bot.settings import Settings
from bot.text.numbers import say
from voice import prompts
from voice.speaking.espeak import Espeak
from voice.speaking.kept import Kept
from voice.speaking.mouth import sentences
from voice.speaking.port import Voice


def open_voice(settings: Settings) -> Voice:
    """
    Raises:
        VoiceProblem
    """
    fixed = [*prompts.FIXED, prompts.greeting(settings), say(prompts.ASK)]
    texts = {sentence for text in fixed for sentence in sentences(text)}
    return Kept(_voice(settings), settings.var_dir / "voice", texts)


def _voice(settings: Settings) -> Voice:
    if settings.voice_piper_model:
        from voice.speaking.piper import Piper

        return Piper(Path(settings.voice_piper_model))
    return Espeak(settings.voice_accent)
