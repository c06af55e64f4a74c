"""The carrier's side of webhooks and of a media stream, message by message."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from starlette.testclient import TestClient, WebSocketTestSession
from starlette.websockets import WebSocketDisconnect
from twilio.request_validator import RequestValidator

from tests.voice.conftest import AUTH_TOKEN, PUBLIC
from tests.voice.telephone import spoken
from voice import prompts
from voice.audio import SILENCE, frames, to_ulaw
from voice.parts import Parts
from voice.speaking.mouth import sentences

CALL = "CA" + "1" * 32
NUMBER = "+84912345678"


def webhook(client: TestClient, path: str, signature: str | None = None, **fields: str) -> Any:
    """A webhook as the carrier sends it: signed, if not said otherwise."""
    form = {"CallSid": CALL, "From": NUMBER} | fields
    signed = RequestValidator(AUTH_TOKEN).compute_signature(PUBLIC + path, form)
    headers = {"X-Twilio-Signature": signed if signature is None else signature}
    return client.post(path, data=form, headers=headers)


def parameters(twiml: str) -> dict[str, str]:
    """What the answer to a call hands to its stream."""
    return dict(re.findall(r'<Parameter name="(\w+)" value="([^"]*)"', twiml))


class Stream:
    def __init__(self, socket: WebSocketTestSession) -> None:
        self.socket = socket
        self._number = count(1)

    def send(self, event: str, **members: Any) -> None:
        message = {"event": event, "sequenceNumber": str(next(self._number)), **members}
        self.socket.send_text(json.dumps(message))

    def start(self, told: dict[str, str], call: str = CALL) -> None:
        self.socket.send_text(json.dumps({"event": "connected", "protocol": "Call"}))
        sound = {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1}
        start = {"callSid": call, "mediaFormat": sound, "customParameters": told}
        self.send("start", streamSid="MZ1", start=start)

    def say(self, text: str) -> None:
        """Words, and the pause that ends a turn."""
        for frame in [*frames(spoken(text)), *[SILENCE] * 60]:
            payload = base64.b64encode(to_ulaw(frame)).decode()
            self.send("media", media={"track": "inbound", "payload": payload})

    def hear(self) -> list[dict[str, Any]]:
        """Messages up to the next mark, which is given back as played."""
        found = []
        while True:
            message = json.loads(self.socket.receive_text())
            found.append(message)
            if message["event"] == "mark":
                self.send("mark", mark=message["mark"])
                return found

    def closed(self) -> tuple[int, str]:
        """With what the service closes, whatever it says before."""
        try:
            while True:
                self.socket.receive_text()
        except WebSocketDisconnect as closed:
            return closed.code, closed.reason or ""


def greeted(
    client: TestClient, stream: Stream, told: dict[str, str], call: str = CALL, banner: str = ""
) -> None:
    """The call begins, and the whole greeting has been heard."""
    parts: Parts = client.app.state.parts  # type: ignore[attr-defined]
    stream.start(told, call)
    for _ in sentences(prompts.greeting(parts.settings, banner)):
        stream.hear()


@contextmanager
def streaming(client: TestClient) -> Iterator[Stream]:
    with client.websocket_connect("/voice/stream") as socket:
        yield Stream(socket)
