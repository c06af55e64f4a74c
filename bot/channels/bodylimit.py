"""The outer layer of every request: the size of its body."""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.edge import MAX_CHARS
from bot.channels.problems import too_long

MAX_BODY = 128 * 1024  # a message of 10,000 escaped characters still gets its own clear answer


class BodyLimit:
    """Refuses a body over MAX_BODY bytes, announced or streamed, without reading on.

    Args:
        uploads: paths that look at the announced length themselves before they read anything.
    """

    def __init__(self, app: ASGIApp, uploads: Collection[str] = ()) -> None:
        self._app = app
        self._uploads = frozenset(uploads)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in {"POST", "PUT", "PATCH"}:
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length")
        if announced and scope["path"] in self._uploads:  # the server lets no more than that in
            await self._app(scope, receive, send)
            return
        length = announced or "0"
        if length.isdigit() and int(length) > MAX_BODY:
            await too_long(MAX_CHARS).response()(scope, receive, send)
            return
        parts: list[bytes] = []
        size = 0
        more = True
        while more:
            message = await receive()
            if message["type"] != "http.request":
                return  # the client went away
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            more = message.get("more_body", False)
            if size > MAX_BODY:
                await too_long(MAX_CHARS).response()(scope, receive, send)
                return
        body: Message = {"type": "http.request", "body": b"".join(parts), "more_body": False}
        pending = [body]

        async def replay() -> Message:
            return pending.pop() if pending else await receive()

        await self._app(scope, replay, send)
