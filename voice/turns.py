"""Whose turn is it? Frames in, events out; time is counted in frames, so tests need no clock."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from voice.audio import FRAME_MS
from voice.patience import Patience

LEAD = 400 // FRAME_MS  # frames kept from before the first sound: words begin softly
WINDOW = 200 // FRAME_MS
GOING = 500 // FRAME_MS
BEGINS = 100 // FRAME_MS  # of the window: less is a click


@dataclass(frozen=True)
class Pauses:
    """Milliseconds.

    Attributes:
        look: a pause after which the turn may be over: the recogniser may begin.
        end: a pause after which it is.
        short, long, reading: the same, where what was said is whole, asks for more, or is half a
            code.
        longest: of one turn; then what was said has to do.
        silence: without a word until we ask.
    """

    look: int = 300
    end: int = 700
    short: int = 450
    long: int = 1_400
    reading: int = 2_500
    longest: int = 15_000
    silence: int = 7_000


@dataclass(frozen=True)
class Began:
    """The caller speaks: whoever speaks to them stops."""


@dataclass(frozen=True)
class Going:
    """The turn goes on: this is its sound so far. Every half second, while somebody speaks."""

    sound: bytes


@dataclass(frozen=True)
class Paused:
    """The turn may be over: this is its sound so far."""

    sound: bytes


@dataclass(frozen=True)
class Ended:
    """The turn is over: by a pause, or because it grew too long."""

    sound: bytes
    in_pause: bool


@dataclass(frozen=True)
class Silent:
    """Nobody said anything, for the so-manieth time in a row."""

    times: int


Event = Began | Going | Paused | Ended | Silent


class Turns:
    def __init__(self, pauses: Pauses | None = None) -> None:
        self._limits = pauses or Pauses()
        self._lead: deque[bytes] = deque(maxlen=LEAD)
        self._recent: deque[bool] = deque(maxlen=WINDOW)
        self._turn: list[bytes] = []  # empty: nobody speaks
        self._pause = 0
        self._ends_after = self._limits.end
        self._quiet = 0
        self._silences = 0

    @property
    def caller_speaks(self) -> bool:
        return bool(self._turn)

    def frame(self, sound: bytes, *, voiced: bool, waiting: bool) -> Event | None:
        """
        Args:
            sound: 20 ms.
            voiced: whether somebody speaks in it.
            waiting: whether it is the caller's turn; else silence is no wonder.
        """
        if self._turn:
            return self._in_turn(sound, voiced)
        self._lead.append(sound)
        self._recent.append(voiced)
        if sum(self._recent) >= BEGINS:
            self._turn = list(self._lead)
            self._pause = 0
            self.stirred()
            return Began()
        return self._silence() if waiting else None

    def be_patient(self, patience: Patience) -> None:
        """How long this pause may last, by what was said before it."""
        limits = self._limits
        by: dict[Patience, int] = {
            "short": limits.short, "usual": limits.end, "long": limits.long,
            "reading": limits.reading,
        }  # fmt: skip
        self._ends_after = by[patience]

    def stirred(self) -> None:
        """The caller did something: silence is counted anew."""
        self._quiet = self._silences = 0
        self._recent.clear()

    def _in_turn(self, sound: bytes, voiced: bool) -> Event | None:
        self._turn.append(sound)
        self._pause = 0 if voiced else self._pause + FRAME_MS
        if voiced:
            self._ends_after = self._limits.end
        in_pause = self._pause >= self._ends_after
        if in_pause or len(self._turn) * FRAME_MS >= self._limits.longest:
            ended = Ended(b"".join(self._turn), in_pause)
            self._turn = []
            self._lead.clear()
            return ended
        if self._pause == self._limits.look:
            return Paused(b"".join(self._turn))
        if voiced and len(self._turn) % GOING == 0:
            return Going(b"".join(self._turn))
        return None

    def _silence(self) -> Event | None:
        self._quiet += FRAME_MS
        if self._quiet < self._limits.silence:
            return None
        self._quiet = 0
        self._silences += 1
        return Silent(self._silences)
