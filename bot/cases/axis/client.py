"""Speaking to the axis: login, a question, a new login when the session has ended."""

from __future__ import annotations

import anyio
import httpx

from bot.cases.axis.call import Answer, post
from bot.cases.axis.config import AxisConfig
from bot.cases.axis.errors import Rejected, Unreachable

IDLE_S = 5.0  # for one read or write; the caller's limit on the whole is shorter


class AxisClient:
    """One adapter and our session there; to be used in one event loop."""

    def __init__(self, config: AxisConfig, username: str, password: str) -> None:
        self._config = config
        self._login = {"username": username, "password": password}
        self._base = str(config.url).rstrip("/")
        self._http = httpx.AsyncClient(timeout=IDLE_S, trust_env=False)
        self._session: str | None = None
        self._logins = 0  # that were begun
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
        logins = self._logins
        async with self._logging_in:
            if self._session and self._session != old:
                return self._session  # somebody else was waiting for one too
            if self._logins != logins:  # and got none: one after another, all would be too late
                raise Unreachable(f"{self._config.name}: the login failed")
            self._logins += 1
            answer = await self._post(self._config.login_path, self._login)
            session = answer.body.get("session")
            if answer.refused or not isinstance(session, str) or not session:
                raise Rejected(f"{self._config.name}: the login was refused")
            self._session = session
            return session

    async def _post(self, path: str, body: dict[str, str]) -> Answer:
        return await post(self._http, self._config.name, self._base + path, body)
