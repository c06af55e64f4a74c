"""A key set at an address: fetched when needed, kept for a while, never waited for long."""

from __future__ import annotations

import asyncio
import logging
import time

import httpx
from joserfc.jwk import KeySet

from bot.web.signin.keys import KeysUnavailable, read_keys

WITHIN_S = 3.0
MAX_BYTES = 256 * 1024
FRESH_S = 600.0  # then they are fetched anew
USABLE_S = 3600.0  # while fetching fails, older ones do for so long
PAUSE_S = 30.0  # between two attempts, whatever key is asked for

log = logging.getLogger(__name__)


class FetchedKeys:
    """The newest set that could be had; one attempt at a time."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._http = httpx.AsyncClient(timeout=WITHIN_S, trust_env=False)
        self._one = asyncio.Lock()
        self._keys: KeySet | None = None
        self._fetched = self._tried = float("-inf")

    async def having(self, kid: str) -> KeySet:
        """The keys in force, fetched anew when they are old or lack `kid`.

        Raises:
            KeysUnavailable: there are none, or they are too old.
        """
        if not self._good_for(kid):
            async with self._one:
                if not self._good_for(kid) and time.monotonic() >= self._tried + PAUSE_S:
                    await self._fetch()
        if self._keys is None or time.monotonic() > self._fetched + USABLE_S:
            raise KeysUnavailable
        return self._keys

    async def close(self) -> None:
        await self._http.aclose()

    def _good_for(self, kid: str) -> bool:
        fresh = time.monotonic() <= self._fetched + FRESH_S
        return fresh and any(key.kid == kid for key in self._keys or ())

    async def _fetch(self) -> None:
        self._tried = time.monotonic()
        try:
            async with asyncio.timeout(WITHIN_S):
                self._keys = read_keys(await self._content())
        except (httpx.HTTPError, TimeoutError, ValueError) as error:
            log.warning("keys for signing in were not fetched: %s", type(error).__name__)
            return
        self._fetched = time.monotonic()

    async def _content(self) -> bytes:
        content = b""
        async with self._http.stream("GET", self._url) as reply:
            reply.raise_for_status()
            async for part in reply.aiter_bytes():
                content += part
                if len(content) > MAX_BYTES:
                    raise ValueError("too long")
        return content
