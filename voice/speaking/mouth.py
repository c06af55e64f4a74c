"""Speaks on a line: sentence by sentence, so that the first sound comes early; stops at once."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from concurrent.futures import Executor
from time import perf_counter

from voice.audio import louder, loudness, seconds
from voice.carriers.port import Carrier
from voice.speaking.port import Voice

MARK_LATE_S = 3.0  # a mark that has not come by then never comes
SLOWER = 0.8
LOUDER = 1.6  # speech is loud in few samples only: those are cut off
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def sentences(text: str) -> list[str]:
    return _SENTENCE.split(text.strip())


class Mouth:
    """
    Args:
        clock: seconds of the call.
    """

    def __init__(
        self, carrier: Carrier, voice: Voice, worker: Executor, clock: Callable[[], float]
    ) -> None:
        self._carrier = carrier
        self._voice = voice
        self._worker = worker
        self._clock = clock
        self._pace = 1.0
        self._gain = 1.0
        self._said = 0  # number of the latest mark
        self._heard = 0
        self._until = 0.0  # when the latest will have been played
        self._loud = 0
        self._silent = asyncio.Event()
        self._silent.set()
        self._stops = 0  # how often it was stopped
        self.began_at = 0.0  # of a performance counter: the first sound of the latest words

    @property
    def speaking(self) -> bool:
        return self._heard < self._said and self._clock() < self._until + MARK_LATE_S

    @property
    def loudness(self) -> int:
        """Of what the caller hears of us just now; 0: nothing."""
        return self._loud if self.speaking else 0

    async def say(self, text: str) -> None:
        """Hand the line all of it; it is played meanwhile and afterwards."""
        stops, self.began_at = self._stops, 0.0
        for sentence in sentences(text):
            sound = await asyncio.get_running_loop().run_in_executor(
                self._worker, self._voice.speak, sentence, self._pace
            )
            if self._stops != stops:
                return
            if self._gain != 1.0:
                sound = louder(sound, self._gain)
            self._said += 1
            self._silent.clear()
            self._loud = max(loudness(sound), self._loud if self.speaking else 0)
            self._until = max(self._until, self._clock()) + seconds(sound)
            await self._carrier.play(sound, str(self._said))
            self.began_at = self.began_at or perf_counter()

    async def stop(self) -> None:
        """The caller wants to speak."""
        self._stops += 1
        if self.speaking:
            self.played(str(self._said))
            await self._carrier.clear()

    def played(self, mark: str) -> None:
        if mark.isdecimal():
            self._heard = max(self._heard, min(int(mark), self._said))
        if self._heard == self._said:
            self._until = self._clock()
            self._silent.set()

    async def finish(self) -> None:
        """Until the caller has heard everything."""
        await self._silent.wait()

    def slower(self) -> None:
        self._pace = SLOWER

    def louder(self) -> None:
        self._gain = LOUDER
