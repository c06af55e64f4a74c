"""What a carrier's line brings and takes, whatever its protocol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

KEYS = frozenset("0123456789*#")
# The fourth column, which no telephone has: a carrier finds it in a voice now and then.
OTHER_KEYS = frozenset("ABCD")


class Broken(Exception):
    """The line does not keep to its protocol, or brings nothing any more; says what is wrong."""


@dataclass(frozen=True)
class Sound:
    """20 ms of what the caller says (`voice.audio`)."""

    frame: bytes


@dataclass(frozen=True)
class Key:
    """One of KEYS."""

    key: str


@dataclass(frozen=True)
class Played:
    """The caller has heard the sound with this mark, or it was cleared."""

    mark: str


@dataclass(frozen=True)
class HungUp:
    pass


Signal = Sound | Key | Played | HungUp


class Carrier(Protocol):
    name: str
    call: str  # the carrier's own name of the call

    async def receive(self) -> Signal:
        """What comes next; after HungUp nothing does.

        Raises:
            Broken
        """

    async def play(self, sound: bytes, mark: str) -> None:
        """Telephone sound, after what is still being played. A line that is gone takes it too."""

    async def clear(self) -> None:
        """Stop at once, and drop what has not been played."""

    async def close(self, reason: str = "") -> None:
        """Hang up our side; `reason`: why, when the line is broken."""
