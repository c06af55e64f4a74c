"""Calls one after the other, as fast as they go, on a service of this process: what grows?

The service and its database are real; Rasa, on loopback, and the recogniser answer at once.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from starlette.testclient import TestClient

from bench.voice.calls import name
from bot.settings import Settings
from tests.voice.conftest import Hears
from tests.voice.line import Stream, greeted
from tests.web.fake_rasa import FakeRasa, free_port, serving
from voice.app import create_app
from voice.parts import Parts


@dataclass(frozen=True)
class Held:
    """What the process holds after so many calls; memory in MB."""

    calls: int
    memory: float
    files: int
    threads: int
    tasks: int


def thousand(looks: Sequence[int]) -> list[Held]:
    """
    Args:
        looks: after how many calls to look; as many are made as the last of them says.
    """
    found = []
    with _service() as client:
        for number in range(1, looks[-1] + 1):
            _call(client)
            if number in looks:
                found.append(_held(number, client))
    return found


@contextmanager
def _service() -> Iterator[TestClient]:
    rasa, port = FakeRasa(), free_port()
    with tempfile.TemporaryDirectory() as folder, serving(rasa.app, port):
        settings = Settings(
            var_dir=Path(folder), database_url="", rasa_port=port, actions_port=free_port(),
            voice_audiosocket_port=0,
        )  # fmt: skip
        with TestClient(create_app(settings, recogniser=Hears())) as client:
            yield client


def _call(client: TestClient) -> None:
    """The greeting, a question, a key, and the receiver put down."""
    parts: Parts = client.app.state.parts  # type: ignore[attr-defined]
    call = name()
    with client.websocket_connect("/voice/stream") as socket:
        stream = Stream(socket)
        told = {"token": parts.tokens.issue(call, ""), "number": ""}
        greeted(client, stream, told, call)
        stream.say("làm hộ chiếu")
        stream.hear()
        stream.send("dtmf", dtmf={"digit": "2"})
        stream.hear()
        stream.send("stop")
        stream.closed()


def _held(calls: int, client: TestClient) -> Held:
    process = psutil.Process()
    assert client.portal
    return Held(
        calls=calls,
        memory=process.memory_info().rss / 1e6,
        files=process.num_fds(),
        threads=process.num_threads(),
        tasks=client.portal.call(_tasks),
    )


async def _tasks() -> int:
    return len(asyncio.all_tasks())
