"""A Rasa on loopback that answers what a test needs: quickly, late, wrongly, or not at all."""

from __future__ import annotations

import asyncio
import random
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route


class FakeRasa:
    """`heard` keeps (sender, message), `handed` what came beside it as metadata.

    `mode` and `delay_s` may change between turns.
    """

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []
        self.handed: list[dict[str, Any]] = []
        self.mode = "answer"
        self.delay_s = 0.0
        self.together = 0
        self.most_together = 0
        self.replies: dict[str, list[dict[str, Any]]] = {}
        self.app = Starlette(
            routes=[
                Route("/webhooks/rest/webhook", self._webhook, methods=["POST"]),
                Route("/webhooks/rest/", lambda _: JSONResponse({"status": "ok"})),
            ]
        )

    @property
    def messages(self) -> list[str]:
        return [message for _, message in self.heard]

    async def _webhook(self, request: Request) -> Response:
        body = await request.json()
        self.heard.append((body["sender"], body["message"]))
        self.handed.append(body["metadata"])
        self.together += 1
        self.most_together = max(self.most_together, self.together)
        await asyncio.sleep(self.delay_s)
        self.together -= 1
        if self.mode == "error":
            return PlainTextResponse("Traceback …", 500)
        if self.mode == "garbage":
            return PlainTextResponse("<html>not JSON")
        if self.mode == "empty":
            return JSONResponse([])
        if self.mode == "outage":  # what Rasa says when its action server is down
            payload = {"type": "notice", "kind": "outage"}
            return JSONResponse([{"custom": {"text": "Xin lỗi", "payload": payload}}])
        customs = self.replies.get(body["message"]) or [echo(body["message"])]
        return JSONResponse([{"recipient_id": body["sender"], "custom": c} for c in customs])


def echo(message: str) -> dict[str, Any]:
    return {
        "text": f"Đã nghe: {message}",
        "spoken": "Đã nghe.",
        "payload": {"type": "notice", "kind": "help", "quick_replies": []},
        "meta": {"intent": "ask_fee", "aspect": "fee", "decision": "answer", "codes": ["1.001193"]},
    }


_given: set[int] = set()


def free_port() -> int:
    """A port that nobody was given before and nobody listens on.

    Below the ports that the system gives to clients: no connection takes it before a server.
    """
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            if port not in _given and probe.connect_ex(("127.0.0.1", port)) != 0:
                _given.add(port)
                return port


@contextmanager
def serving(app: Any, port: int, limit_s: float = 60.0, host: str = "127.0.0.1") -> Iterator[None]:
    """Serve an application on loopback from a thread until the block ends."""
    config = uvicorn.Config(
        app, host=host, port=port, log_level="error", timeout_graceful_shutdown=3
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + limit_s
    while not server.started:
        assert time.monotonic() < deadline, "the test server did not start"
        assert thread.is_alive(), "the test server ended at once"
        time.sleep(0.01)
    try:
        yield
    finally:
        if hasattr(getattr(app.state, "parts", None), "stopping"):
            app.state.parts.stopping.set()  # as bot.web's own server does
        server.should_exit = True
        thread.join(timeout=10)
