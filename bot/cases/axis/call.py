"""One call to an adapter: a JSON object goes, a JSON object comes, or one clear error."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
from tenacity import (
    AsyncRetrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_random_exponential,
)

from bot.cases.axis.errors import Malformed, Unreachable

TRIES = 3
BACKOFF_S = 0.1  # before the second try about this, then twice as much
MAX_BYTES = 1 << 20
_ENDED = {401, 403}  # how HTTP says that a session is not (or no longer) good


@dataclass(frozen=True)
class Answer:
    """A JSON object, the HTTP status it came with, and when the axis says that it sent it."""

    status: int
    body: dict[str, Any]
    sent: datetime | None

    @property
    def refused(self) -> bool:
        """Systems say that a session has ended in different ways; all of them are a refusal."""
        return self.status in _ENDED or str(self.body.get("error_code", 0)) != "0"


async def post(http: httpx.AsyncClient, name: str, url: str, body: dict[str, str]) -> Answer:
    """The answer of the adapter called `name`. What fails is tried again: all calls only read.

    Raises:
        Unreachable, Malformed: see there. The caller limits the time.
    """
    tries = AsyncRetrying(
        stop=stop_after_attempt(TRIES),
        wait=wait_random_exponential(multiplier=BACKOFF_S, max=1),
        retry=retry_if_exception_type(Unreachable),
        reraise=True,
    )
    async for attempt in tries:
        with attempt:
            return await _once(http, name, url, body)
    raise AssertionError("tenacity ends with an answer or an exception")


async def _once(http: httpx.AsyncClient, name: str, url: str, body: dict[str, str]) -> Answer:
    try:
        async with http.stream("POST", url, json=body) as reply:
            if reply.status_code not in {200, *_ENDED}:
                raise Unreachable(f"{name}: HTTP {reply.status_code}")
            content = b""
            async for part in reply.aiter_bytes():
                content += part
                if len(content) > MAX_BYTES:
                    raise Malformed(f"{name}: the answer is over {MAX_BYTES} bytes")
    except httpx.HTTPError as error:
        raise Unreachable(f"{name}: {type(error).__name__}") from error
    if reply.status_code in _ENDED:
        return Answer(reply.status_code, {}, None)
    return Answer(200, _object(content, name), _sent(reply))


def _object(content: bytes, name: str) -> dict[str, Any]:
    try:
        body = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"{name}: not JSON") from error
    if not isinstance(body, dict):
        raise Malformed(f"{name}: not a JSON object")
    return body


def _sent(reply: httpx.Response) -> datetime | None:
    try:
        at = parsedate_to_datetime(reply.headers["date"])
    except (KeyError, ValueError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
