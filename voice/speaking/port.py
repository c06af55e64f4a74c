"""What every voice can do."""

from __future__ import annotations

from typing import Protocol


class VoiceProblem(Exception):
    """A voice cannot speak; one sentence with the remedy."""


class Voice(Protocol):
    name: str  # changes whenever the sound would

    def speak(self, text: str, pace: float = 1.0) -> bytes:
        """Telephone sound (`voice.audio`) of a text without digits. Blocks.

        Args:
            pace: 0.75 is a quarter slower.
        """
