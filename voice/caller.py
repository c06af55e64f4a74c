"""A telephone for tests and for people: speaks the media stream's protocol in real time."""

from __future__ import annotations

import asyncio
import random
from array import array
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import connect

from voice.audio import FRAME_MS, SILENCE, frames, loudness, mixed, seconds
from voice.mediastream import Clears, Marks, MediaStream, Message, Plays

QUIET_S = 1.2  # this long after the last sound the assistant has said its part
HEARABLE = 100
ANSWER_WITHIN_S = 25.0


@dataclass(frozen=True)
class Do:
    """One thing that the caller does once the assistant has said its part.

    Attributes:
        sound: what they say.
        keys: what they press.
        wait: seconds for which they do nothing at all.
        into: seconds into the assistant's next words at which they do it; None: they let it finish.
    """

    sound: bytes = b""
    keys: str = ""
    wait: float = 0.0
    into: float | None = None


@dataclass
class Round:
    """What came of one thing; times in milliseconds.

    Attributes:
        first_sound_ms: from the end of what the caller did to the first sound that came.
        sound: what was heard, up to the next thing.
        stopped_ms: from the beginning of an interruption until it was quiet.
    """

    first_sound_ms: float | None = None
    stopped_ms: float | None = None
    sound: bytearray = field(default_factory=bytearray)

    def told(self) -> dict[str, Any]:
        return {
            "first_sound_ms": self.first_sound_ms and round(self.first_sound_ms),
            "stopped_ms": self.stopped_ms and round(self.stopped_ms),
            "seconds": round(seconds(bytes(self.sound)), 1),
        }


@dataclass(frozen=True)
class Line:
    """How bad the line is.

    Attributes:
        noise: its loudness beside speech of about 3,000.
        lost: the share of frames that never arrive.
    """

    noise: int = 0
    lost: float = 0.0

    def brings(self, frame: bytes, chance: random.Random) -> bytes | None:
        """The frame as it arrives; None: it does not."""
        if chance.random() < self.lost:
            return None
        if not self.noise:
            return frame
        noise = [round(chance.gauss(0, self.noise)) for _ in range(len(frame) // 2)]
        return mixed(frame, array("h", noise).tobytes())


class Caller:
    """
    Args:
        url: of the stream.
        token, number: as our answer to the webhook gives them.
    """

    def __init__(
        self, url: str, call: str, token: str, number: str = "", line: Line | None = None
    ) -> None:
        self._url = url
        self._bad = line or Line()
        self._chance = random.Random(call)
        self._call = call
        self._parameters = {"token": token, "number": number}
        self._coming: list[bytes | str] = []  # frames and marks, not played yet
        self._say: list[bytes] = []  # frames to be said
        self._loop_time = asyncio.get_running_loop().time
        self._now = Round()
        self._said_until: float | None = None
        self._last_sound: float | None = None
        self._loud_at = 0.0  # when our own latest sound was
        self._idle = False  # nothing was said or pressed: no answer need come
        self._interrupting = False  # our next sound is one, or our key
        self._interrupted: float | None = None  # since when
        self.rounds = [self._now]
        self.closed: str | None = None  # why the line was closed

    async def talk(self, acts: list[Do]) -> list[Round]:
        """Do one after the other; the first round is the greeting. Ends with hanging up."""
        async with connect(self._url, max_size=2**20, proxy=None) as socket:
            stream = MediaStream(socket)
            await stream.begin(self._call, self._parameters)
            hearing = asyncio.create_task(self._hear(stream))
            line = asyncio.create_task(self._line(stream))
            try:
                for act in acts:
                    await self._turn(act.into)
                    await self._do(act, stream)
                await self._turn(None)
                await stream.hang_up()
            finally:
                for task in (hearing, line):
                    task.cancel()
                await asyncio.wait([hearing, line])
        return self.rounds

    async def _turn(self, into: float | None) -> None:
        """Until the assistant has said its part, or `into` seconds of it have been heard."""
        end = self._loop_time() + ANSWER_WITHIN_S
        while self.closed is None:
            heard = self._last_sound is not None
            if into is not None and seconds(bytes(self._now.sound)) >= into:
                return
            quiet = self._loop_time() - (self._last_sound or 0.0)
            if heard and not self._coming and quiet > QUIET_S:
                return
            if not heard and (self._idle or self._loop_time() > end):
                return
            await asyncio.sleep(FRAME_MS / 1000)

    async def _do(self, act: Do, stream: MediaStream) -> None:
        if self.closed is not None:
            return
        self._now = Round()
        self._idle = act.wait > 0
        self.rounds.append(self._now)
        self._last_sound = self._said_until = None
        # Nothing stops, and no `clear` comes, where the words were over before.
        self._interrupting = act.into is not None and bool(self._coming)
        if act.keys:
            self._speak_up()
        for key in act.keys:
            await stream.press(key)
        await asyncio.sleep(act.wait)
        self._say.extend(frames(act.sound))
        while self._say and self.closed is None:
            await asyncio.sleep(FRAME_MS / 1000)
        self._said_until = self._loud_at if act.sound else self._loop_time()

    def _speak_up(self) -> None:
        """From now on the assistant's speech is in the way."""
        if self._interrupting:
            self._interrupting, self._interrupted = False, self._loop_time()

    async def _line(self, stream: MediaStream) -> None:
        """Every 20 ms a frame out, and one of what came in is played."""
        tick = self._loop_time()
        while self.closed is None:
            frame = self._say.pop(0) if self._say else SILENCE
            if loudness(frame) > HEARABLE:
                self._speak_up()
                self._loud_at = self._loop_time()
            if (arrives := self._bad.brings(frame, self._chance)) is not None:
                await stream.say(arrives)
            await self._play(stream)
            tick += FRAME_MS / 1000
            await asyncio.sleep(max(0.0, tick - self._loop_time()))

    async def _play(self, stream: MediaStream) -> None:
        while self._coming and isinstance(self._coming[0], str):
            await stream.played(str(self._coming.pop(0)))
        if not self._coming:
            return
        frame = self._coming.pop(0)
        assert isinstance(frame, bytes)
        if self._interrupting or self._interrupted is not None:
            return  # what is still played of what is interrupted
        self._now.sound += frame
        if loudness(frame) > HEARABLE:
            self._last_sound = self._loop_time()
            if self._now.first_sound_ms is None and self._said_until is not None:
                self._now.first_sound_ms = (self._last_sound - self._said_until) * 1000

    async def _hear(self, stream: MediaStream) -> None:
        async for message in stream.messages():
            await self._take(message, stream)
        self.closed = stream.closed

    async def _take(self, message: Message, stream: MediaStream) -> None:
        match message:
            case Plays(sound):
                self._coming.extend(frames(sound))
            case Marks(name):
                self._coming.append(name)
            case Clears():
                marks = [one for one in self._coming if isinstance(one, str)]
                self._coming.clear()
                if self._interrupted is not None:
                    self._now.stopped_ms = (self._loop_time() - self._interrupted) * 1000
                    self._interrupted = None
                for mark in marks:
                    await stream.played(mark)
