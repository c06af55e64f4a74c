"""A call over Twilio's media stream: µ-law in JSON over a WebSocket."""

from __future__ import annotations

import asyncio
import base64
import binascii
import json
from collections import deque
from contextlib import suppress

from pydantic import ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect

from voice.audio import FRAME, frames, from_ulaw, to_ulaw
from voice.carriers.messages import (
    INCOMING,
    Connected,
    Dtmf,
    Mark,
    Media,
    Start,
    StartFacts,
    Stop,
)
from voice.carriers.port import OTHER_KEYS, Broken, HungUp, Key, Played, Signal, Sound

NEXT_WITHIN_S = 10.0  # a line brings 50 messages a second
PIECE = 50 * FRAME  # a second in one message
REFUSED = 1008  # "policy violation"
_Message = Connected | Start | Media | Dtmf | Mark | Stop


class TwilioStream:
    name = "twilio"

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._stream = ""
        self._last = 0  # sequence number
        self._sounds: deque[Sound] = deque()
        self._left = b""
        self.call = ""

    async def open(self) -> StartFacts:
        """The facts of the call that begins.

        Raises:
            Broken: something else came first, or nothing.
        """
        message = await self._next()
        if isinstance(message, Connected):
            message = await self._next()
        if not isinstance(message, Start):
            raise Broken("a stream begins with start")
        self._stream, self.call = message.stream_sid, message.start.call_sid
        return message.start

    async def receive(self) -> Signal:
        while not self._sounds:
            try:
                message = await self._next()
            except WebSocketDisconnect:
                return HungUp()
            match message:
                case Media():
                    self._take(message.media.payload)
                case Dtmf() if message.dtmf.digit in OTHER_KEYS:
                    pass
                case Dtmf():
                    return Key(message.dtmf.digit)
                case Mark():
                    return Played(message.mark.name)
                case Stop():
                    return HungUp()
                case _:
                    raise Broken("a stream begins once")
        return self._sounds.popleft()

    async def play(self, sound: bytes, mark: str) -> None:
        for at in range(0, len(sound), PIECE):
            payload = base64.b64encode(to_ulaw(sound[at : at + PIECE])).decode()
            await self._send({"event": "media", "media": {"payload": payload}})
        await self._send({"event": "mark", "mark": {"name": mark}})

    async def clear(self) -> None:
        await self._send({"event": "clear"})

    async def close(self, reason: str = "") -> None:
        with suppress(RuntimeError, WebSocketDisconnect):
            await self._socket.close(REFUSED if reason else 1000, reason[:120])

    async def _next(self) -> _Message:
        try:
            async with asyncio.timeout(NEXT_WITHIN_S):
                message = INCOMING.validate_json(await self._socket.receive_text())
        except TimeoutError:
            raise Broken(f"nothing came for {NEXT_WITHIN_S:.0f} s") from None
        except KeyError:  # Starlette's word for a binary message
            raise Broken("messages are text") from None
        except ValidationError:  # its own message would quote what came
            raise Broken("no message of a media stream") from None
        if not isinstance(message, Connected):
            if message.sequence_number <= self._last:
                raise Broken("messages out of order")
            self._last = message.sequence_number
        return message

    def _take(self, payload: str) -> None:
        try:
            self._left += from_ulaw(base64.b64decode(payload, validate=True))
        except binascii.Error:
            raise Broken("sound is not base64") from None
        whole = len(self._left) // FRAME * FRAME
        self._sounds.extend(Sound(frame) for frame in frames(self._left[:whole]))
        self._left = self._left[whole:]

    async def _send(self, message: dict[str, object]) -> None:
        with suppress(RuntimeError, WebSocketDisconnect):  # the caller is gone: receive says so
            await self._socket.send_text(json.dumps({"streamSid": self._stream, **message}))
