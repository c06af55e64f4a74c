"""Whisper base by faster-whisper, on the processor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from pathlib import Path
from statistics import mean
from threading import Lock
from time import perf_counter

import ctranslate2
import numpy as np
from faster_whisper import WhisperModel
from faster_whisper.audio import pad_or_trim
from faster_whisper.tokenizer import Tokenizer

from voice.audio import RATE, SILENCE, resample, seconds
from voice.hearing.port import Heard, HearingProblem

WHISPER_RATE = 16_000
FRAMES_A_SECOND = 100  # of the spectrogram
# It was trained on 30 s; half of that takes a quarter of the time, and misses no more words.
SHORT, WHOLE = 1500, 3000
GUESSES = 3
BEAM = 6  # guesses that the model makes: half of them differ in punctuation alone
MOST_TOKENS = 12  # a second; what is more is a loop
# Words that the model likes anyhow would win always: this share of what they score in silence is
# taken off. Tried from 0 to 1 on renderings of other paces: .69 right without it, .92 with it.
LIKED = 0.75
# A score below which none of the expected words was said: 3 of 96 that were said lay lower, 340 of
# 448 other words did.
SAID = -2.0
MENUS = 1000  # texts whose score in silence is kept
# The mean logarithm of its likelihood, below which a guess is made of noise: silence, noise and
# tones came out below -1.9, made voices above -1.6.
LEAST = -1.85


class Whisper:
    """
    Args:
        folder: as `voice.hearing.whisper_files` builds it.

    Raises:
        HearingProblem: the model is not there.
    """

    engine = "whisper-base"

    def __init__(self, folder: Path, threads: int = 1) -> None:
        if not (folder / "model.bin").exists():
            raise HearingProblem(f"{folder.name} is missing in the models' folder: run make setup.")
        self._model = WhisperModel(
            str(folder), device="cpu", compute_type="int8", cpu_threads=threads
        )
        self._words = Tokenizer(
            self._model.hf_tokenizer, multilingual=True, task="transcribe", language="vi"
        )
        self._lock = Lock()
        silence = self._encode(SILENCE * 60)
        self._liked = lru_cache(MENUS)(partial(self._read, *silence))

    def hear(self, pcm: bytes, expected: Sequence[str] | None = None) -> Heard:
        began = perf_counter()
        with self._lock:
            encoded, frames = self._encode(pcm)
            texts = self._likeliest(encoded, frames, expected or ())
            texts = texts or self._free(encoded, seconds(pcm))
        ms = (perf_counter() - began) * 1000
        return Heard(texts[0] if texts else "", tuple(texts[1:]), ms)

    def _encode(self, pcm: bytes) -> tuple[ctranslate2.StorageView, int]:
        sound = np.frombuffer(resample(pcm, RATE, WHISPER_RATE), np.int16)
        spectrogram = self._model.feature_extractor(sound.astype(np.float32) / 32768)
        frames = SHORT if spectrogram.shape[-1] <= SHORT else WHOLE
        return self._model.encode(pad_or_trim(spectrogram, frames)), frames

    def _free(self, encoded: ctranslate2.StorageView, length_s: float) -> list[str]:
        """The likeliest texts of all; none of noise."""
        prompt = [*self._words.sot_sequence, self._words.no_timestamps]
        [found] = self._model.model.generate(
            encoded,
            [prompt],
            beam_size=BEAM,
            num_hypotheses=BEAM,
            max_length=len(prompt) + 8 + round(MOST_TOKENS * length_s),
            no_repeat_ngram_size=3,
            return_scores=True,
        )
        scored = zip(found.sequences_ids, found.scores, strict=True)
        texts = (self._words.decode(ids).strip() for ids, score in scored if score > LEAST)
        return _different(filter(None, texts))[:GUESSES]

    def _likeliest(
        self, encoded: ctranslate2.StorageView, frames: int, expected: Sequence[str]
    ) -> list[str]:
        """The expected words, the likeliest first; none when something else was said."""
        if not expected:
            return []
        scores = [self._score(encoded, frames, word) for word in expected]
        if max(scores) < SAID:
            return []
        order = sorted(range(len(expected)), key=lambda at: -scores[at])
        return [expected[at] for at in order]

    def _score(self, encoded: ctranslate2.StorageView, frames: int, word: str) -> float:
        """How much likelier the sound makes a word: a logarithm, the mean of its spellings."""
        return mean(
            self._read(encoded, frames, text) - LIKED * self._liked(text) for text in _spelled(word)
        )

    def _read(self, encoded: ctranslate2.StorageView, frames: int, text: str) -> float:
        """The logarithm of how likely a text is, when it is read along with the sound.

        One at a time: ten at once take as long as ten, twenty at once twice as long.
        """
        [aligned] = self._model.model.align(
            encoded, self._words.sot_sequence, [self._words.encode(f" {text}")], [frames]
        )
        return float(np.sum(np.log(np.array(aligned.text_token_probs) + 1e-9)))


def _spelled(word: str) -> tuple[str, ...]:
    """As in a sentence and as one: of 192 renderings both got .93 right, "Có." alone .88."""
    return f"{word}.", f"{word.capitalize()}!"


def _different(texts: Iterable[str]) -> list[str]:
    """Those that differ in words, the first of each."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(" ".join(re.findall(r"\w+", text.lower())), text)
    return list(found.values())
