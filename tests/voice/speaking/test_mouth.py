"""Louder, for who asks for it."""

from __future__ import annotations

import asyncio

from tests.voice.telephone import At
from voice.audio import loudness
from voice.speaking.espeak import Espeak
from voice.speaking.mouth import Mouth


class Hearer:
    name, call = "test", "CA1"

    def __init__(self) -> None:
        self.sounds: list[bytes] = []

    async def play(self, sound: bytes, mark: str) -> None:
        self.sounds.append(sound)


def test_louder_is_louder() -> None:
    line = Hearer()
    mouth = Mouth(line, Espeak(), At(), lambda: 0.0)  # type: ignore[arg-type]

    async def talk() -> None:
        await mouth.say("Xin chào anh chị.")
        mouth.louder()
        await mouth.say("Xin chào anh chị.")

    asyncio.run(talk())
    before, after = line.sounds
    assert loudness(after) > 1.3 * loudness(before)
