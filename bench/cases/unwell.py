"""The national sharing axis down, slow or lying: each way a server on loopback."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial

from starlette.responses import Response, StreamingResponse

from tests.cases.axis.fake_axis import RECORD, Answer, FakeAxis, after, says
from tests.web.fake_rasa import free_port, serving


@contextmanager
def nobody() -> Iterator[int]:
    yield free_port()


@contextmanager
def bare(*, hangs_up: bool) -> Iterator[int]:
    """Accepts connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=256) as server:
        held: list[socket.socket] = []

        def accept() -> None:
            with suppress(OSError):  # the server was closed
                while True:
                    connection, _ = server.accept()
                    connection.close() if hangs_up else held.append(connection)

        threading.Thread(target=accept, daemon=True).start()
        try:
            yield int(server.getsockname()[1])
        finally:
            server.shutdown(socket.SHUT_RDWR)
            for connection in held:
                connection.close()


@contextmanager
def lying(answer: Answer) -> Iterator[int]:
    """Logs us in, and answers every question with `answer`."""
    axis, port = FakeAxis(), free_port()
    axis.always = answer
    with serving(axis.app, port):
        yield port


async def _drips() -> Response:
    async def blanks() -> AsyncIterator[bytes]:
        while True:
            yield b" "
            await asyncio.sleep(0.1)

    return StreamingResponse(blanks())


_ANOTHER = {"error_code": 0, "result": [RECORD | {"MaHoSo": "G22-250101-0001"}]}
WAYS: dict[str, Callable[[], AbstractContextManager[int]]] = {
    "nobody listens": nobody,
    "accepts, never answers": partial(bare, hangs_up=False),
    "accepts and hangs up": partial(bare, hangs_up=True),
    "answers after 4 s": partial(lying, after(4, says({"error_code": 0, "result": []}))),
    "a byte every 0.1 s, for ever": partial(lying, _drips),
    "HTTP 500": partial(lying, says("broken", 500)),
    "a page, no JSON": partial(lying, says("<html>Bảo trì</html>")),
    "JSON that breaks off": partial(lying, says('{"error_code": 0, "result": [')),
    "2 MB": partial(lying, says("x" * 2_000_000)),
    "another case": partial(lying, says(_ANOTHER)),
    "our session always ended": partial(lying, says({"error_code": -1})),
}
