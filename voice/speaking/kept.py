"""Fixed sentences are spoken once and kept on disk; answers never are: they may be about a case."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from pathlib import Path

from voice.speaking.port import Voice


class Kept:
    """
    Args:
        folder: where the sounds are; made when it is missing.
        texts: the sentences that are kept.
    """

    def __init__(self, voice: Voice, folder: Path, texts: Collection[str]) -> None:
        self._voice = voice
        self._folder = folder
        self._texts = frozenset(texts)
        self._sounds: dict[tuple[str, float], bytes] = {}
        self.name = voice.name
        folder.mkdir(parents=True, exist_ok=True)
        for text in texts:
            self.speak(text)

    def speak(self, text: str, pace: float = 1.0) -> bytes:
        if text not in self._texts:
            return self._voice.speak(text, pace)
        sound = self._sounds.get((text, pace)) or self._from_disk(text, pace)
        self._sounds[text, pace] = sound
        return sound

    def _from_disk(self, text: str, pace: float) -> bytes:
        name = hashlib.sha256(f"{self.name}:{pace}:{text}".encode()).hexdigest()
        path = self._folder / f"{name}.pcm"
        if path.exists():
            return path.read_bytes()
        sound = self._voice.speak(text, pace)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(sound)
        draft.replace(path)
        return sound
