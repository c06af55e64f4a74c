"""A call's wish to be called back, written down with the others."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from bot.care.callbacks import CallBacks
from bot.care.telephone import local
from bot.channels.deadline import in_thread
from bot.text.loglines import way_of

WITHIN_S = 3.0
log = logging.getLogger(__name__)


class CallWishes:
    """
    Args:
        sender: the name of the call's conversation.
        own: the number that calls; "" where the line does not tell it.
        wording: what the caller is asked to agree to.
        promised: until when they are called; it is in the wording.
    """

    def __init__(
        self, callbacks: CallBacks, sender: str, own: str, wording: str, promised: datetime
    ) -> None:
        self.own = own
        self.wording = wording
        self.promised = promised
        self._callbacks = callbacks
        self._sender = sender

    async def take(self, number: str) -> bool:
        """False: the database did not take it, or not in time."""
        return await self._done(
            "written down", self._callbacks.take, number, self.wording, self.promised
        )

    async def waits(self) -> bool:
        """False also where the database does not tell."""
        return await self._done("looked for", self._waits)

    async def withdraw(self) -> bool:
        """False: the database did not do it, or not in time."""
        return await self._done("withdrawn", self._callbacks.withdraw, local(self.own))

    def _waits(self, sender: str) -> bool:
        return bool(self._callbacks.of(sender, local(self.own)))

    async def _done(self, what: str, work: Callable[..., object], *args: object) -> bool:
        """False: it failed, or there was nothing."""
        try:
            async with asyncio.timeout(WITHIN_S):
                done = await in_thread(work, self._sender, *args)
        except (SQLAlchemyError, TimeoutError) as error:
            log.error("a wish to be called back was not %s: %s", what, way_of(error))
            return False
        return done is not False
