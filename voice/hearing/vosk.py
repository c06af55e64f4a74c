"""Vosk: small models that take a list of words as their whole grammar."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from vosk import KaldiRecognizer, Model, SetLogLevel

from voice.audio import RATE
from voice.hearing.port import Heard, HearingProblem

GUESSES = 3
PIECE = RATE // 10 * 2  # bytes: a tenth of a second at a time, as it would come on a line


class Vosk:
    """
    Args:
        folder: an unpacked model.

    Raises:
        HearingProblem: the model is not there, or is none.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise HearingProblem(
                f"{folder} is missing: unpack a Vosk model there, or set MOTCUA_VOICE_VOSK_MODEL."
            )
        SetLogLevel(-1)
        try:
            self._model = Model(str(folder))
        except Exception as error:  # the library raises nothing more exact
            raise HearingProblem(f"{folder} is no Vosk model.") from error
        self.engine = f"vosk {folder.name}"

    def hear(self, pcm: bytes, expected: Sequence[str] | None = None) -> Heard:
        stretch = self.begin(expected)
        stretch.feed(pcm)
        return stretch.end()

    def begin(self, expected: Sequence[str] | None = None) -> VoskStretch:
        grammar = [json.dumps([*expected, "[unk]"], ensure_ascii=False)] if expected else []
        recogniser = KaldiRecognizer(self._model, RATE, *grammar)
        recogniser.SetMaxAlternatives(0 if expected else GUESSES)  # a grammar takes the best only
        return VoskStretch(recogniser)


class VoskStretch:
    def __init__(self, recogniser: KaldiRecognizer) -> None:
        self._recogniser = recogniser
        self._parts: list[list[str]] = []  # guesses of each stretch that the model ended itself
        self._ms = 0.0

    def feed(self, pcm: bytes) -> str:
        began = perf_counter()
        for at in range(0, len(pcm), PIECE):
            if self._recogniser.AcceptWaveform(pcm[at : at + PIECE]):
                self._parts.append(_texts(self._recogniser.Result()))
        partial: str = json.loads(self._recogniser.PartialResult())["partial"]
        self._ms += (perf_counter() - began) * 1000
        return " ".join([*(part[0] for part in self._parts if part), partial]).strip()

    def end(self) -> Heard:
        began = perf_counter()
        self._parts.append(_texts(self._recogniser.FinalResult()))
        texts = _joined([part for part in self._parts if part])
        spent, self._ms = self._ms + (perf_counter() - began) * 1000, 0.0
        return Heard(texts[0], tuple(texts[1:]), spent)


def _texts(result: str) -> list[str]:
    """The guesses of one stretch, the best first; none when it has no words."""
    found: dict[str, Any] = json.loads(result)
    told = [each["text"] for each in found.get("alternatives", [found])]
    return [text for each in told if (text := each.replace("[unk]", "").strip())]


def _joined(stretches: list[list[str]]) -> list[str]:
    """Whole guesses: the best of each stretch, then those where one has another."""
    best = [stretch[0] for stretch in stretches]
    whole = [" ".join(best)]
    for at, stretch in enumerate(stretches):
        whole += [" ".join([*best[:at], other, *best[at + 1 :]]) for other in stretch[1:]]
    return whole
