"""Listens on a line all the time: what the caller did, in order, and our own voice out of the way.

While the call works on one thing, the next ones wait here; a caller who speaks or presses a key
stops our speech at once, and the recogniser works during the pause that ends a turn.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from voice.audio import FRAME_MS
from voice.carriers.port import Broken, Carrier, HungUp, Key, Played, Sound
from voice.hearing.port import Heard
from voice.hearing.vad import VoiceActivity
from voice.patience import Patience
from voice.speaking.mouth import Mouth
from voice.turns import Began, Ended, Going, Paused, Silent, Turns

MOST_WAITING = 50  # acts; whoever does more before we have answered is a machine

Hear = Callable[[bytes], "asyncio.Task[Heard]"]  # begins to recognise
Along = Callable[[bytes], None]  # hears what goes on
Judge = Callable[[str], Patience]  # how long to wait behind these words


@dataclass(frozen=True)
class Said:
    heard: asyncio.Task[Heard]


@dataclass(frozen=True)
class Pressed:
    key: str


@dataclass(frozen=True)
class Over:
    """The caller is gone; `broken` says what was wrong with the line."""

    broken: str = ""


Act = Said | Pressed | Silent | Over


class Ears:
    def __init__(
        self,
        carrier: Carrier,
        turns: Turns,
        activity: VoiceActivity,
        hear: Hear,
        along: Along,
        judge: Judge,
    ) -> None:
        self._carrier = carrier
        self._turns = turns
        self._activity = activity
        self._hear = hear
        self._along = along
        self._judge = judge
        self._early: asyncio.Task[Heard] | None = None
        self._unweighed: asyncio.Task[Heard] | None = None  # the same, until the pause is set by it
        self._frames = 0
        self.acts: asyncio.Queue[Act] = asyncio.Queue()
        self.working = False  # the call works on an act: silence is no wonder

    def clock(self) -> float:
        """Seconds of the call, as long as its sound is."""
        return self._frames * FRAME_MS / 1000

    @property
    def caller_acts(self) -> bool:
        """They speak, or have done something more that waits here."""
        return self._turns.caller_speaks or not self.acts.empty()

    async def listen(self, mouth: Mouth) -> None:
        """Until the line ends."""
        while True:
            try:
                signal = await self._carrier.receive()
            except Broken as broken:
                self.acts.put_nowait(Over(str(broken)))
                return
            match signal:
                case Sound():
                    await self._sound(signal.frame, mouth)
                case Key():
                    self._turns.stirred()
                    await mouth.stop()
                    if self.acts.qsize() < MOST_WAITING:
                        self.acts.put_nowait(Pressed(signal.key))
                case Played():
                    mouth.played(signal.mark)
                case HungUp():
                    self.acts.put_nowait(Over())
                    return

    async def _sound(self, frame: bytes, mouth: Mouth) -> None:
        self._frames += 1
        voiced = self._activity.speaks(frame, mouth.loudness)
        waiting = not (self.working or mouth.speaking)
        self._weigh(voiced)
        match self._turns.frame(frame, voiced=voiced, waiting=waiting):
            case Began():
                await mouth.stop()
            case Going(sound):
                self._along(sound)
            case Paused(sound):
                self._early = self._unweighed = self._hear(sound)
            case Ended(sound, in_pause):
                early, self._early = self._early, None
                # Nothing was said since: what was begun in the pause holds.
                self.acts.put_nowait(Said(early if early and in_pause else self._hear(sound)))
            case Silent() as silent:
                self.acts.put_nowait(silent)

    def _weigh(self, voiced: bool) -> None:
        """Once the words before a pause are known, they say how long it may be."""
        if voiced:
            self._unweighed = None
        elif (early := self._unweighed) and early.done():
            self._unweighed = None
            self._turns.be_patient(self._judge(early.result().text))
