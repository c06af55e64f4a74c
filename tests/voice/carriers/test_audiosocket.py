"""An Asterisk connects a call: sound and keys in, our voice out in real time."""

from __future__ import annotations

import asyncio
import socket
import time
import uuid
from collections.abc import Iterator
from typing import Any, cast

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from bot.insight.tables import CallRecord
from bot.settings import Settings
from bot.store import Store
from tests.voice.conftest import Hears
from tests.voice.telephone import spoken
from tests.web.fake_rasa import FakeRasa, free_port
from voice.app import create_app
from voice.audio import FRAME, SILENCE, frames
from voice.carriers import audiosocket
from voice.carriers.audiosocket import AudioSocket

HANG_UP, CALL, KEY, SOUND, ERROR = 0x00, 0x01, 0x03, 0x10, 0xFF


class Asterisk:
    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=10)

    def send(self, kind: int, body: bytes = b"") -> None:
        self.socket.sendall(bytes([kind, *len(body).to_bytes(2, "big")]) + body)

    def begin(self, call: uuid.UUID) -> None:
        self.send(CALL, call.bytes)

    def message(self) -> tuple[int, bytes]:
        head = self._read(3)
        return head[0], self._read(int.from_bytes(head[1:], "big"))

    def _read(self, size: int) -> bytes:
        found = b""
        while len(found) < size:
            piece = self.socket.recv(size - len(found))
            if not piece:
                raise EOFError
            found += piece
        return found

    def until_closed(self) -> list[int]:
        kinds = []
        try:
            while True:
                kinds.append(self.message()[0])
        except (EOFError, ConnectionError):
            return kinds


@pytest.fixture
def asterisk(settings: Settings, hears: Hears) -> Iterator[Asterisk]:
    settings.voice_audiosocket_port = free_port()
    with TestClient(create_app(settings, recogniser=hears)):
        line = Asterisk(settings.voice_audiosocket_port)
        yield line
        line.socket.close()


def record(settings: Settings) -> CallRecord:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        with Store(settings.database).reading() as session:
            found = session.scalar(select(CallRecord))
            if found and found.cause:
                return found
        time.sleep(0.05)
    raise AssertionError("the call has no end")


def test_a_call_goes_through(asterisk: Asterisk, rasa: FakeRasa, settings: Settings) -> None:
    asterisk.begin(uuid.uuid4())
    kind, sound = asterisk.message()
    assert (kind, len(sound)) == (SOUND, FRAME)
    for frame in [*frames(spoken("làm hộ chiếu")), *[SILENCE] * 60]:
        asterisk.send(SOUND, frame)
    end = time.monotonic() + 10
    while not rasa.messages and time.monotonic() < end:
        asterisk.message()
    assert rasa.messages == ["làm hộ chiếu"]
    asterisk.send(HANG_UP)
    found = record(settings)
    assert (found.carrier, found.cause, found.caller) == ("audiosocket", "hung_up", None)


def test_our_voice_comes_no_faster_than_it_is_heard(asterisk: Asterisk) -> None:
    # Before the first frame: however late it is read, the rest is not early.
    began = time.monotonic()
    asterisk.begin(uuid.uuid4())
    for _ in range(51):
        asterisk.message()
    assert time.monotonic() - began > 0.95  # fifty frames after the first


def test_keys_come_as_frames(asterisk: Asterisk, rasa: FakeRasa) -> None:
    asterisk.begin(uuid.uuid4())
    asterisk.message()
    asterisk.send(KEY, b"2")
    end = time.monotonic() + 10
    while not rasa.messages and time.monotonic() < end:
        asterisk.message()
    assert rasa.messages == ["Hồ sơ của tôi đến đâu rồi"]


@pytest.mark.parametrize(
    "message",
    [
        b"\x77\0\0",
        b"\x10\xff\xff",
        b"\x03\0\x01Q",
        b"\x03\0\0",
        b"GET / HTTP/1.1\r\n",
        b"\x12\0\x02\0\0",
        b"\xff\0\x01\x04",
    ],
)
def test_what_is_no_audiosocket_ends_the_call(
    asterisk: Asterisk, settings: Settings, message: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    asterisk.begin(uuid.uuid4())
    asterisk.message()
    asterisk.socket.sendall(message)
    assert asterisk.until_closed()[-1] == HANG_UP
    assert record(settings).cause == "broken"
    assert "Unhandled" not in caplog.text


def test_an_error_that_says_the_caller_is_gone_is_a_hang_up(
    asterisk: Asterisk, settings: Settings
) -> None:
    asterisk.begin(uuid.uuid4())
    asterisk.message()
    asterisk.send(ERROR, b"\x01")
    assert record(settings).cause == "hung_up"


def test_a_key_that_no_telephone_has_is_no_key(
    asterisk: Asterisk, rasa: FakeRasa, settings: Settings
) -> None:
    asterisk.begin(uuid.uuid4())
    asterisk.message()
    for key in (b"A", b"D", b"2"):
        asterisk.send(KEY, key)
    end = time.monotonic() + 10
    while not rasa.messages and time.monotonic() < end:
        asterisk.message()
    assert rasa.messages == ["Hồ sơ của tôi đến đâu rồi"]
    asterisk.send(HANG_UP)
    assert record(settings).cause == "hung_up"


def test_more_calls_than_fit_are_closed_even_when_they_come_together(
    settings: Settings, hears: Hears
) -> None:
    settings.voice_audiosocket_port, settings.voice_calls = free_port(), 2
    with TestClient(create_app(settings, recogniser=hears)):
        lines = [Asterisk(settings.voice_audiosocket_port) for _ in range(6)]
        for line in lines:
            line.begin(uuid.uuid4())
        first = [line.message()[0] for line in lines]
        for line in lines:
            line.socket.close()
    assert sorted(first) == [HANG_UP] * 4 + [SOUND] * 2


class NeverRead:
    """The end of a line whose other side takes nothing any more."""

    def __init__(self) -> None:
        self.transport = self
        self.aborted = False

    def is_closing(self) -> bool:
        return False

    def write(self, data: bytes) -> None:
        pass

    def close(self) -> None:
        pass

    async def wait_closed(self) -> None:
        await asyncio.Event().wait()

    def abort(self) -> None:
        self.aborted = True


def test_a_line_that_takes_nothing_is_not_kept_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audiosocket, "CLOSED_WITHIN_S", 0.05)
    writer = NeverRead()
    asyncio.run(AudioSocket(cast(Any, None), cast(Any, writer)).close())
    assert writer.aborted


def test_a_line_without_a_call_is_closed(asterisk: Asterisk) -> None:
    asterisk.send(KEY, b"1")
    assert asterisk.until_closed() == [HANG_UP]


def test_a_line_that_is_cut_is_a_call_that_ended(asterisk: Asterisk, settings: Settings) -> None:
    asterisk.begin(uuid.uuid4())
    asterisk.message()
    asterisk.socket.close()
    assert record(settings).cause == "hung_up"
