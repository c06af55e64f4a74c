"""A call over Asterisk's AudioSocket, as exchanges of local carriers use it: linear sound over TCP.

Each message is a kind (one byte), a length (two), and as many bytes. What we say goes out in real
time from here: Asterisk keeps no queue that could be cleared.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from enum import IntEnum
from uuid import UUID

from voice.audio import FRAME, FRAME_MS, frames
from voice.carriers.port import KEYS, OTHER_KEYS, Broken, HungUp, Key, Played, Signal, Sound


class Kind(IntEnum):
    HANG_UP = 0x00
    CALL = 0x01
    KEY = 0x03
    SOUND = 0x10
    ERROR = 0xFF


NEXT_WITHIN_S = 10.0
CLOSED_WITHIN_S = 2.0  # then what it has not taken of us is dropped
OTHER_RATES = range(0x11, 0x19)
CALLER_GONE = 0x01  # of Asterisk's error codes, which are bits
MOST_BYTES = 16 * FRAME  # of one message


class AudioSocket:
    name = "audiosocket"

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._coming: asyncio.Queue[Signal | Broken] = asyncio.Queue()
        self._going: deque[bytes | str] = deque()  # frames, and the marks behind them
        self._tasks: list[asyncio.Task[None]] = []
        self._left = b""
        self.call = ""

    async def open(self) -> None:
        """Learn which call it is.

        Raises:
            Broken: something else came first, or nothing.
        """
        kind, body = await self._next()
        if kind != Kind.CALL or len(body) != 16:
            raise Broken("a line begins with the name of its call")
        self.call = str(UUID(bytes=body))
        self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._talk())]

    async def receive(self) -> Signal:
        signal = await self._coming.get()
        if isinstance(signal, Broken):
            raise signal
        return signal

    async def play(self, sound: bytes, mark: str) -> None:
        self._going.extend([*frames(sound), mark])

    async def clear(self) -> None:
        marks = [one for one in self._going if isinstance(one, str)]
        self._going.clear()
        for mark in marks:
            self._coming.put_nowait(Played(mark))

    async def close(self, reason: str = "") -> None:
        for task in self._tasks:
            task.cancel()
        if self._writer.is_closing():
            return
        with suppress(ConnectionError):
            self._writer.write(bytes((Kind.HANG_UP, 0, 0)))
        self._writer.close()
        try:
            async with asyncio.timeout(CLOSED_WITHIN_S):
                await self._writer.wait_closed()
        except (TimeoutError, ConnectionError):
            self._writer.transport.abort()

    async def _listen(self) -> None:
        """Until the line ends; what it brings is received one by one."""
        try:
            while True:
                kind, body = await self._next()
                match kind:
                    case Kind.SOUND:
                        self._take(body)
                    case Kind.KEY:
                        self._press(body)
                    case Kind.HANG_UP:
                        self._coming.put_nowait(HungUp())
                        return
                    case Kind.ERROR:
                        self._coming.put_nowait(_failed(body))
                        return
                    case _ if kind in OTHER_RATES:
                        raise Broken("sound of another rate than 8 kHz")
                    case _:
                        raise Broken("no message of an AudioSocket")
        except Broken as broken:
            self._coming.put_nowait(broken)
        except (asyncio.IncompleteReadError, ConnectionError):
            self._coming.put_nowait(HungUp())

    async def _talk(self) -> None:
        """A frame every 20 ms, as long as there are any; a late one is made up for."""
        clock = asyncio.get_running_loop().time
        due = clock()
        with suppress(ConnectionError):
            while True:
                while self._going and isinstance(self._going[0], str):
                    self._coming.put_nowait(Played(str(self._going.popleft())))
                if self._going and isinstance(frame := self._going.popleft(), bytes):
                    self._writer.write(bytes((Kind.SOUND, *len(frame).to_bytes(2, "big"))) + frame)
                    await self._writer.drain()
                    due += FRAME_MS / 1000
                else:
                    due = clock() + FRAME_MS / 1000
                await asyncio.sleep(due - clock())

    async def _next(self) -> tuple[int, bytes]:
        try:
            async with asyncio.timeout(NEXT_WITHIN_S):
                head = await self._reader.readexactly(3)
                length = int.from_bytes(head[1:], "big")
                if length > MOST_BYTES:
                    raise Broken("a message is too long")
                return head[0], await self._reader.readexactly(length)
        except TimeoutError:
            raise Broken(f"nothing came for {NEXT_WITHIN_S:.0f} s") from None

    def _press(self, body: bytes) -> None:
        key = body.decode("ascii", "replace")
        if key in KEYS:
            self._coming.put_nowait(Key(key))
        elif key not in OTHER_KEYS:
            raise Broken("no message of an AudioSocket")

    def _take(self, sound: bytes) -> None:
        self._left += sound
        whole = len(self._left) // FRAME * FRAME
        for frame in frames(self._left[:whole]):
            self._coming.put_nowait(Sound(frame))
        self._left = self._left[whole:]


def _failed(body: bytes) -> HungUp | Broken:
    """What an exchange's error comes to."""
    code = body[0] if body else 0
    return HungUp() if code & CALLER_GONE else Broken(f"the exchange tells of error {code}")
