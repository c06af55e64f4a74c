"""Hand-overs that nobody looks after any more are moved on. Runs in every web process: each move
is conditional, so one of them does it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from anyio.to_thread import run_sync
from sqlalchemy import ColumnElement, select, true
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.care import handover_words as words
from bot.care.handover import TRANSITIONS, Act, Why, move
from bot.care.hours import open_now
from bot.care.tables import HandOver
from bot.channels.conversations import Conversations, Gone
from bot.channels.handovers import NotPossible, must, notice
from bot.store import Store, now
from bot.text.loglines import way_of

EVERY_S = 10.0
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Patience:
    """
    Attributes:
        citizen: without a sign of the citizen the hand-over is closed.
        adviser: without a sign of the adviser it goes back into the queue.
        hours: of the desk; after them the queue is put off, with them it begins again.
    """

    citizen: timedelta
    adviser: timedelta
    hours: str


@dataclass(frozen=True)
class Due:
    """One kind of move, and which hand-overs it is due for."""

    act: Act
    text: str
    which: ColumnElement[bool]
    why: Why | None = None


class HandOverWatch:
    def __init__(self, store: Store, conversations: Conversations, patience: Patience) -> None:
        self._store = store
        self._conversations = conversations
        self._patience = patience

    def look(self) -> int:
        """Move on what is due; how many were."""
        return sum(self._moved(due, one) for due in self._due() for one in self._found(due))

    async def keep_looking(self) -> None:
        """Until it is cancelled; a database that fails is asked again.

        While this process was down nobody could give a sign: pages come back first.
        """
        await asyncio.sleep(self._patience.adviser.total_seconds())
        while True:
            try:
                await run_sync(self.look)
            except SQLAlchemyError as error:
                log.error("hand-overs were not looked after: %s", way_of(error))
            await asyncio.sleep(EVERY_S)

    def _due(self) -> Iterator[Due]:
        patience = self._patience
        gone = HandOver.citizen_seen < now() - patience.citizen
        yield Due(Act.CLOSE, words.closed(Why.AWAY), gone, Why.AWAY)
        lost = HandOver.adviser_seen < now() - patience.adviser
        yield Due(Act.PUT_BACK, words.PUT_BACK, lost)
        there = open_now(patience.hours, now())
        act, text = (Act.QUEUE, words.QUEUED_AGAIN) if there else (Act.PUT_OFF, words.PUT_OFF)
        yield Due(act, text, true())

    def _found(self, due: Due) -> list[tuple[int, str]]:
        sources, _ = TRANSITIONS[due.act]
        query = select(HandOver.id, HandOver.sender).where(HandOver.state.in_(sources), due.which)
        with self._store.reading() as session:
            return [(number, sender) for number, sender in session.execute(query)]

    def _moved(self, due: Due, one: tuple[int, str]) -> bool:
        number, sender = one
        with contextlib.suppress(NotPossible), self._store.writing() as session:
            self._tell(session, sender, notice(due.act, due.text))
            must(move(session, number, due.act, due.which, why=due.why))
            return True
        return False

    def _tell(self, session: Session, sender: str, message: dict[str, Any]) -> None:
        with contextlib.suppress(Gone):  # the conversation was deleted; then nobody is to be told
            self._conversations.push_to(session, sender, message)
