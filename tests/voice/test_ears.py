"""What a line brings, while the call is busy with something else."""

from __future__ import annotations

import asyncio
from itertools import chain, repeat
from typing import Any, cast

from voice.carriers.port import HungUp, Key, Signal
from voice.ears import MOST_WAITING, Ears, Over
from voice.hearing.vad import VoiceActivity
from voice.turns import Turns


class Floods:
    """A line on which 5,000 keys are pressed at once, before the caller hangs up."""

    def __init__(self) -> None:
        self._brings = chain(repeat(Key("2"), 5000), [HungUp()])

    async def receive(self) -> Signal:
        return next(self._brings)


class Mute:
    async def stop(self) -> None:
        pass


def test_a_flood_of_keys_does_not_pile_up_and_the_end_of_the_call_gets_through() -> None:
    never = cast(Any, None)
    ears = Ears(cast(Any, Floods()), Turns(), VoiceActivity(), never, never, never)
    asyncio.run(ears.listen(cast(Any, Mute())))
    waiting = [ears.acts.get_nowait() for _ in range(ears.acts.qsize())]
    assert len(waiting) == MOST_WAITING + 1
    assert waiting[-1] == Over()
