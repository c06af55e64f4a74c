"""Frames that come late on an exchange's line (AudioSocket), while callers press keys and speak."""

from __future__ import annotations

import asyncio
import uuid
from contextlib import suppress

from voice.audio import FRAME, FRAME_MS, SILENCE, frames
from voice.carriers.audiosocket import Kind

LATE_MS = 60.0
GAP_MS = 400.0  # no frame for so long is the end of what was said


async def lateness(
    host: str, port: int, calls: int, question: bytes, seconds: float
) -> tuple[list[float], int]:
    """Milliseconds by which each frame came later than 20 behind the one before, and how many
    calls were cut off. Pauses between sentences that are longer are no lateness, nor is what
    follows a key: it stops what is said.

    Every call presses a key, and every other one also asks the question, again and again.
    """
    held = [
        _call(host, port, question if number % 2 else b"", seconds, number / calls)
        for number in range(calls)
    ]
    found = await asyncio.gather(*held)
    return [late for lates, _ in found for late in lates], sum(cut for _, cut in found)


async def _call(
    host: str, port: int, question: bytes, seconds: float, begin: float
) -> tuple[list[float], bool]:
    await asyncio.sleep(begin)
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(_message(Kind.CALL, uuid.uuid4().bytes))
    pressed = [0.0]
    speaking = asyncio.create_task(_speak(writer, question, pressed))
    lates: list[float] = []
    try:
        async with asyncio.timeout(seconds):
            await _listen(reader, lates, pressed)
    except TimeoutError:
        return lates, False
    except (asyncio.IncompleteReadError, ConnectionError):
        return lates, True
    finally:
        speaking.cancel()
        with suppress(ConnectionError):
            writer.write(_message(Kind.HANG_UP))
        writer.close()
    return lates, False


async def _listen(reader: asyncio.StreamReader, lates: list[float], pressed: list[float]) -> None:
    clock = asyncio.get_running_loop().time
    before = 0.0
    while True:
        head = await reader.readexactly(3)
        await reader.readexactly(int.from_bytes(head[1:], "big"))
        if head[0] != Kind.SOUND:
            continue
        now = clock()
        late = (now - before) * 1000 - FRAME_MS
        new = late > GAP_MS or (now - pressed[-1]) * 1000 < GAP_MS
        lates.append(0.0 if new else max(0.0, late))
        before = now


async def _speak(writer: asyncio.StreamWriter, question: bytes, pressed: list[float]) -> None:
    """In real time: a key, five seconds, the question, five seconds."""
    tick = asyncio.get_running_loop().time()
    with suppress(ConnectionError):
        while True:
            pressed.append(asyncio.get_running_loop().time())
            writer.write(_message(Kind.KEY, b"1"))
            for frame in [*[SILENCE] * 250, *frames(question), *[SILENCE] * 250]:
                writer.write(_message(Kind.SOUND, frame[:FRAME]))
                await writer.drain()
                tick += FRAME_MS / 1000
                await asyncio.sleep(max(0.0, tick - asyncio.get_running_loop().time()))


def _message(kind: Kind, body: bytes = b"") -> bytes:
    return bytes((kind, *len(body).to_bytes(2, "big"))) + body
