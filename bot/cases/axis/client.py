"""Speaking to the axis: login, a question, a new login when the session has ended."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import anyio
import httpx
from tenacity import (
    AsyncRetrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_random_exponential,
)

from bot.cases.axis.config import AxisConfig
from bot.cases.axis.errors import Malformed, Rejected, Unreachable

TRIES = 3
BACKOFF_S = 0.1  # before the second try about this, then twice as much
MAX_BYTES = 1 << 20
IDLE_S = 5.0  # for one read or write; the caller's limit on the whole is shorter
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


class AxisClient:
    """One adapter and our session there; to be used in one event loop.

    Args:
        transport: for tests.
    """

    def __init__(
        self,
        config: AxisConfig,
        username: str,
        password: str,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._config = config
        self._login = {"username": username, "password": password}
        self._base = str(config.url).rstrip("/")
        self._http = httpx.AsyncClient(timeout=IDLE_S, trust_env=False, transport=transport)
        self._session: str | None = None
        self._logging_in = anyio.Lock()

    async def ask(self, code: str) -> Answer:
        """What the axis has under this case code.

        Raises:
            Unreachable, Rejected, Malformed: see there. The caller limits the time.
        """
        session = self._session
        if session:
            answer = await self._question(code, session)
            if not answer.refused:
                return answer
        answer = await self._question(code, await self._new_session(session))
        if answer.refused:
            raise Rejected(f"{self._config.name}: the question was refused")
        return answer

    async def close(self) -> None:
        await self._http.aclose()

    async def _question(self, code: str, session: str) -> Answer:
        question = {
            "session": session,
            "madonvi": self._config.unit,
            "service": self._config.service,
            "mahoso": code,
        }
        return await self._post(self._config.ask_path, question)

    async def _new_session(self, old: str | None) -> str:
        async with self._logging_in:
            if self._session and self._session != old:
                return self._session  # somebody else was waiting for one too
            answer = await self._post(self._config.login_path, self._login)
            session = answer.body.get("session")
            if answer.refused or not isinstance(session, str) or not session:
                raise Rejected(f"{self._config.name}: the login was refused")
            self._session = session
            return session

    async def _post(self, path: str, body: dict[str, str]) -> Answer:
        """Both calls only read, so that they may be repeated."""
        tries = AsyncRetrying(
            stop=stop_after_attempt(TRIES),
            wait=wait_random_exponential(multiplier=BACKOFF_S, max=1),
            retry=retry_if_exception_type(Unreachable),
            reraise=True,
        )
        async for attempt in tries:
            with attempt:
                return await self._post_once(path, body)
        raise AssertionError("tenacity ends with an answer or an exception")

    async def _post_once(self, path: str, body: dict[str, str]) -> Answer:
        name = self._config.name
        try:
            async with self._http.stream("POST", self._base + path, json=body) as reply:
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
        return parsedate_to_datetime(reply.headers["date"])
    except (KeyError, ValueError):
        return None
