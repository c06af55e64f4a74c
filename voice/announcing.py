"""What staff began to tell everyone while a call goes on is said before its next answer, once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from anyio.to_thread import run_sync

from voice import prompts
from voice.talk import Reply, Talk


class Announcing:
    """A `Talk`.

    Args:
        banner: the one of now, "" where there is none; blocking.
        told: the one that the greeting told.
    """

    def __init__(self, talk: Talk, banner: Callable[[], str], told: str) -> None:
        self._talk = talk
        self._banner = banner
        self._told = told

    async def ask(self, text: str, others: Sequence[str] | None = None) -> Reply:
        reply = await self._talk.ask(text, others)
        banner = await run_sync(self._banner)
        if banner == self._told:
            return reply
        self._told = banner
        return replace(reply, spoken=f"{prompts.news(banner)}{reply.spoken}")
