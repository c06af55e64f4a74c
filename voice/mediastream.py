"""The telephone service's media stream, from the caller's side: its messages, nothing of time."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from voice.audio import from_ulaw, to_ulaw


@dataclass(frozen=True)
class Plays:
    """Sound to be played, behind what waits already."""

    sound: bytes


@dataclass(frozen=True)
class Marks:
    """To be given back once everything before it was played."""

    name: str


@dataclass(frozen=True)
class Clears:
    """Nothing of what waits is to be played."""


Message = Plays | Marks | Clears


class MediaStream:
    """Who sends on a stream that is closed sends nothing."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._stream = f"MZ{secrets.token_hex(16)}"
        self._sequence = 0

    async def begin(self, call: str, parameters: dict[str, str]) -> None:
        """
        Args:
            parameters: as our answer to the webhook gives them.
        """
        connected = {"event": "connected", "protocol": "Call", "version": "1.0.0"}
        await self._socket.send(json.dumps(connected))
        sound = {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1}
        facts = {"callSid": call, "mediaFormat": sound, "customParameters": parameters}
        await self._send("start", start=facts)

    async def say(self, frame: bytes) -> None:
        payload = base64.b64encode(to_ulaw(frame)).decode()
        await self._send("media", media={"track": "inbound", "payload": payload})

    async def press(self, key: str) -> None:
        await self._send("dtmf", dtmf={"track": "inbound_track", "digit": key})

    async def played(self, mark: str) -> None:
        await self._send("mark", mark={"name": mark})

    async def hang_up(self) -> None:
        await self._send("stop")

    async def messages(self) -> AsyncIterator[Message]:
        """What the service sends, until the stream is closed."""
        with suppress(ConnectionClosed):
            async for text in self._socket:
                message = json.loads(text)
                match message["event"]:
                    case "media":
                        yield Plays(from_ulaw(base64.b64decode(message["media"]["payload"])))
                    case "mark":
                        yield Marks(message["mark"]["name"])
                    case "clear":
                        yield Clears()

    @property
    def closed(self) -> str:
        """Why it was closed."""
        return self._socket.close_reason or "closed"

    async def _send(self, event: str, **members: Any) -> None:
        self._sequence += 1
        told = {"event": event, "sequenceNumber": str(self._sequence), **members}
        with suppress(ConnectionClosed):
            await self._socket.send(json.dumps({**told, "streamSid": self._stream}))
