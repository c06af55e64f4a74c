"""How calls are held, and how one ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from voice.turns import Pauses

Part = Literal["understanding", "answering"]  # of what a caller waits for
Cause = Literal["hung_up", "broken", "goodbye", "silence", "too_long", "person"]


@dataclass(frozen=True)
class Ending:
    """
    Attributes:
        cause: why the call ended.
        reason: what was wrong with a broken line.
        seconds: how long the call was, as its sound tells.
        answered: questions that got an answer.
    """

    cause: Cause
    reason: str
    seconds: float
    answered: int


@dataclass(frozen=True)
class Manner:
    """
    Attributes:
        greeting: the first words.
        person: whether somebody can be reached now.
        calls_back: whether somebody calls back who cannot be reached now.
        longest_s: a call ends after this, kindly.
        timed: told how many seconds each part of an answer took.
    """

    greeting: str
    person: Callable[[], bool]
    calls_back: bool
    longest_s: float
    timed: Callable[[Part, float], None] = lambda *_: None
    pauses: Pauses = Pauses()  # noqa: RUF009 - frozen
