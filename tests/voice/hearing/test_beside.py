"""The recogniser beside everything else: slow, failing, or given words that may be expected."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from threading import Event

import pytest

from voice.audio import SILENCE
from voice.hearing.beside import Hearing
from voice.hearing.port import Heard

SHORT, LONG = SILENCE * 50, SILENCE * 150


class Recogniser:
    engine = "test"

    def __init__(self) -> None:
        self.expected: list[Sequence[str] | None] = []
        self.hangs: Event | None = None
        self.fails = False

    def hear(self, pcm: bytes, expected: Sequence[str] | None = None) -> Heard:
        self.expected.append(expected)
        if self.hangs:
            self.hangs.wait(20)
        if self.fails:
            raise RuntimeError("0912345678")
        return Heard("hai", (), 1.0)


def hear(
    recogniser: Recogniser, sound: bytes, expected: Sequence[str] = (), within_s: float = 20
) -> tuple[str, int]:
    """What was understood, and how many recognitions were told of."""
    told: list[Heard] = []
    hearing = Hearing(recogniser, within_s, told.append)
    text = asyncio.run(hearing.hear(sound, expected)).text
    hearing.close()
    return text, len(told)


def test_only_what_is_short_is_taken_for_an_expected_word() -> None:
    recogniser = Recogniser()
    hear(recogniser, SHORT, ("một", "hai"))
    hear(recogniser, LONG, ("một", "hai"))
    hear(recogniser, SHORT)
    assert recogniser.expected == [("một", "hai"), None, None]


def test_one_that_is_too_slow_has_understood_nothing() -> None:
    recogniser = Recogniser()
    recogniser.hangs = Event()
    assert hear(recogniser, SHORT, within_s=0.05) == ("", 0)
    recogniser.hangs.set()


def test_one_that_fails_has_understood_nothing(caplog: pytest.LogCaptureFixture) -> None:
    recogniser = Recogniser()
    recogniser.fails = True
    assert hear(recogniser, SHORT) == ("", 0)
    assert "the recogniser failed: RuntimeError" in caplog.text
    assert "0912345678" not in caplog.text


class Along(Recogniser):
    """Counts what it is fed."""

    def __init__(self) -> None:
        super().__init__()
        self.fed: list[list[int]] = []  # frames, by stretch

    def begin(self) -> Along:
        self.fed.append([])
        return self

    def feed(self, pcm: bytes) -> str:
        self.fed[-1].append(len(pcm) // len(SILENCE))
        return "…"

    def end(self) -> Heard:
        return Heard(str(sum(self.fed[-1])), (), 1.0)


def turn(name: int, frames: int) -> bytes:
    return bytes([name]) * len(SILENCE) * frames


def test_one_that_listens_along_hears_nothing_twice() -> None:
    recogniser = Along()

    async def call() -> list[str]:
        line = Hearing(recogniser, 20.0, lambda _: None).line()
        line.along(turn(1, 25))
        line.along(turn(1, 50))
        paused = await line.hear(turn(1, 60))
        line.along(turn(1, 75))
        ended = await line.hear(turn(1, 100))
        other = await line.hear(turn(2, 130))
        return [paused.text, ended.text, other.text]

    assert asyncio.run(call()) == ["60", "100", "130"]
    assert recogniser.fed == [[25, 25, 10, 15, 25], [130]]


def test_what_is_short_is_heard_against_the_expected_words_all_the_same() -> None:
    recogniser = Along()

    async def call() -> str:
        line = Hearing(recogniser, 20.0, lambda _: None).line()
        line.along(SHORT[: len(SHORT) // 2])
        return (await line.hear(SHORT, ("một", "hai"))).text

    assert asyncio.run(call()) == "hai"
    assert recogniser.expected == [("một", "hai")]


def test_one_that_does_not_listen_along_is_asked_at_pauses_only() -> None:
    recogniser = Recogniser()

    async def call() -> str:
        line = Hearing(recogniser, 20.0, lambda _: None).line()
        line.along(LONG[: len(LONG) // 2])
        return (await line.hear(LONG)).text

    assert asyncio.run(call()) == "hai"
    assert recogniser.expected == [None]
