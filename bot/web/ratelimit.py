"""How often one session and one address may write, and one address read."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from limits import RateLimitItem, parse_many
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

from bot.channels.problems import Problem, too_many, too_many_reads


class RateLimit:
    """Counts in this process's memory.

    Args:
        session, ip, read: rules such as "20/10 second;60/minute"; empty is no limit.
        exempt: addresses without an address limit.
    """

    def __init__(self, session: str, ip: str, read: str, exempt: list[str]) -> None:
        self._session = parse_many(session) if session else []
        self._ip = parse_many(ip) if ip else []
        self._read = parse_many(read) if read else []
        self._exempt = frozenset(exempt)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    async def address(self, ip: str) -> None:
        """Raises Problem 429 when this address writes too often."""
        if ip not in self._exempt:
            await self._hit(self._ip, "ip", ip, too_many)

    async def reading(self, ip: str) -> None:
        """Raises Problem 429 when this address reads too often."""
        if ip not in self._exempt:
            await self._hit(self._read, "read", ip, too_many_reads)

    async def session(self, token: str) -> None:
        """Raises Problem 429 when this session writes too often."""
        await self._hit(self._session, "session", token, too_many)

    async def _hit(
        self, rules: list[RateLimitItem], kind: str, who: str, problem: Callable[[int], Problem]
    ) -> None:
        # Look at every rule first: a refused message must not use up the others.
        for rule in rules:
            if not await self._limiter.test(rule, kind, who):
                stats = await self._limiter.get_window_stats(rule, kind, who)
                raise problem(max(1, math.ceil(stats.reset_time - time.time())))
        for rule in rules:
            await self._limiter.hit(rule, kind, who)
