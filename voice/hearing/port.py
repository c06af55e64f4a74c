"""What every recogniser can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable


class HearingProblem(Exception):
    """A recogniser cannot work; one sentence with the remedy."""


@dataclass(frozen=True)
class Heard:
    """What was understood of one stretch of speech.

    Attributes:
        text: the best guess; "" when nothing was understood.
        alternatives: other guesses, the likelier first.
        ms: how long it took.
    """

    text: str
    alternatives: tuple[str, ...]
    ms: float


class Recogniser(Protocol):
    engine: str

    def hear(self, pcm: bytes, expected: Sequence[str] | None = None) -> Heard:
        """Understand telephone sound (`voice.audio`). Blocks; one at a time.

        Args:
            expected: short answers that the question suggests; others may come all the same.
        """


class Stretch(Protocol):
    """One stretch of speech, understood while it comes."""

    def feed(self, pcm: bytes) -> str:
        """More of it; what is understood so far."""

    def end(self) -> Heard:
        """All of it. More may be fed afterwards: the caller had only paused."""


@runtime_checkable
class ListensAlong(Recogniser, Protocol):
    def begin(self) -> Stretch: ...
