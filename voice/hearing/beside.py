"""The recogniser beside everything else: in a thread of its own, one at a time, not for ever."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from bot.text.loglines import way_of
from voice.audio import seconds
from voice.hearing.port import Heard, ListensAlong, Recogniser, Stretch

log = logging.getLogger(__name__)
# A question may be longer than the list: only what is as short as its words is taken for one.
SHORT_S = 1.8


class Hearing:
    """
    Args:
        limit_s: until a recognition is given up; its thread goes on, and others wait behind it.
        heard: told of each.
    """

    def __init__(
        self, recogniser: Recogniser, limit_s: float, heard: Callable[[Heard], None]
    ) -> None:
        self.recogniser = recogniser
        self._limit_s = limit_s
        self._heard = heard
        self.worker = ThreadPoolExecutor(1, thread_name_prefix="hearing")

    def line(self) -> Line:
        """For one call."""
        return Line(self)

    async def hear(self, sound: bytes, expected: Sequence[str] = ()) -> Heard:
        """What was understood; nothing when it took too long, or when the recogniser failed."""
        words = expected if seconds(sound) <= SHORT_S else ()
        return await self.work(partial(self.recogniser.hear, sound, words or None))

    async def work(self, task: Callable[[], Heard]) -> Heard:
        """Do it in the recogniser's thread, as `hear` does."""
        try:
            async with asyncio.timeout(self._limit_s):
                heard = await asyncio.get_running_loop().run_in_executor(self.worker, task)
        except TimeoutError:
            return Heard("", (), self._limit_s * 1000)
        except Exception as error:  # whatever its library raises; the caller may use the keys
            log.error("the recogniser failed: %s", way_of(error))
            return Heard("", (), 0.0)
        self._heard(heard)
        return heard

    def close(self) -> None:
        self.worker.shutdown(wait=False, cancel_futures=True)


class Line:
    """One call's hearing. A recogniser that listens along need not hear a turn from its beginning
    at each pause: what came before it has heard."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._stretch: Stretch | None = None
        self._sound = b""  # what the stretch has been fed

    def along(self, sound: bytes) -> None:
        """The turn so far; it goes on."""
        if isinstance(self._hearing.recogniser, ListensAlong):
            self._hearing.worker.submit(self._feed, self._hearing.recogniser, sound)

    async def hear(self, sound: bytes, expected: Sequence[str] = ()) -> Heard:
        """The turn up to its pause, as `Hearing.hear`."""
        recogniser = self._hearing.recogniser
        short = expected and seconds(sound) <= SHORT_S
        if short or not isinstance(recogniser, ListensAlong):
            return await self._hearing.hear(sound, expected)
        return await self._hearing.work(lambda: self._feed(recogniser, sound).end())

    def _feed(self, recogniser: ListensAlong, sound: bytes) -> Stretch:
        if self._stretch is None or not sound.startswith(self._sound):
            self._stretch, self._sound = recogniser.begin(), b""
        self._stretch.feed(sound[len(self._sound) :])
        self._sound = sound
        return self._stretch
