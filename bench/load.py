"""Concurrent users who hold conversations and wait for each answer before they go on."""

from __future__ import annotations

import asyncio
from collections import deque
from time import perf_counter

import httpx

from bench.figures import Load
from bench.mix import Conversations
from bench.targets import Target

TURN_TIMEOUT_S = 20.0


async def drive(target: Target, conversations: Conversations, users: int, limit_s: float) -> Load:
    """Hold all conversations, `users` at a time; none is begun after `limit_s` seconds."""
    waiting = deque(conversations)
    ms: list[float] = []
    failed = 0
    began = perf_counter()

    async def user(client: httpx.AsyncClient) -> None:
        nonlocal failed
        while waiting and perf_counter() - began < limit_s:
            session = ""
            for text in waiting.popleft():
                sent = perf_counter()
                reply = await _say(target, client, session, text)
                if reply is None:
                    failed += 1
                    continue
                ms.append((perf_counter() - sent) * 1000)
                session = reply

    limits = httpx.Limits(max_connections=users, max_keepalive_connections=users)
    async with httpx.AsyncClient(
        base_url=target.url, limits=limits, timeout=TURN_TIMEOUT_S, trust_env=False
    ) as client:
        await asyncio.gather(*(user(client) for _ in range(users)))
    return Load(tuple(ms), failed, perf_counter() - began)


async def _say(target: Target, client: httpx.AsyncClient, session: str, text: str) -> str | None:
    try:
        return await target.say(client, session, text)
    except (httpx.HTTPError, ValueError, KeyError):
        return None
