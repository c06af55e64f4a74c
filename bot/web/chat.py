"""One turn, from what was typed to what is shown. Read `Chat.take` from top to bottom."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from time import perf_counter
from typing import Any
from weakref import WeakValueDictionary

from anyio.to_thread import run_sync

from bot.insight.turnlog import TurnFacts
from bot.web import notices
from bot.web.conversations import Conversations, Messages
from bot.web.edge import Said
from bot.web.metrics import Metrics
from bot.web.rasa import Assistant, RasaDown
from bot.web.sessions import Seat, Sessions
from bot.web.tables import Turn

LEASE_MARGIN_S = 5.0
POLL_S = 0.05


class Busy(Exception):
    """Earlier messages of the same conversation are still being answered."""


@dataclass(frozen=True)
class Answer:
    turn_id: str
    state: str  # answered or failed
    messages: Messages


class Chat:
    """Answers the turns of each conversation one after another, whichever process they reach."""

    def __init__(
        self,
        conversations: Conversations,
        sessions: Sessions,
        assistant: Assistant,
        metrics: Metrics,
        *,
        timeout_s: float,
        hotline: str,
    ) -> None:
        self._conversations = conversations
        self._sessions = sessions
        self._assistant = assistant
        self._metrics = metrics
        self._lease = timedelta(seconds=timeout_s + LEASE_MARGIN_S)
        self._wait_s = timeout_s + LEASE_MARGIN_S
        self._hotline = hotline
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def take(self, seat: Seat, said: Said, client_message_id: str | None) -> Answer:
        """Write the message down, wait for its turn, answer it, store the answer.

        Raises:
            Busy: the conversation didn't come free in time; the message is kept as waiting.
        """
        conversation = seat.conversation
        turn = await run_sync(
            self._conversations.accept, conversation.id, said.text, client_message_id
        )
        if turn.state == "answered":
            return Answer(turn.turn_id, turn.state, turn.messages)
        lock = self._locks.setdefault(conversation.id, asyncio.Lock())
        try:
            async with asyncio.timeout(self._wait_s):
                await lock.acquire()
        except TimeoutError as error:
            raise Busy from error
        try:
            return await self._answer_once(seat, turn, said)
        finally:
            lock.release()

    async def _answer_once(self, seat: Seat, turn: Turn, said: Said) -> Answer:
        turn = await self._claim(turn)
        if turn.state == "answered":  # the same message came twice at the same time
            await run_sync(self._conversations.release, turn.conversation_id, turn.turn_id)
            return Answer(turn.turn_id, turn.state, turn.messages)
        started = perf_counter()
        messages, outcome, meta = await self._ask(seat, said)
        state = "answered" if outcome in {"answered", "unclear"} else "failed"
        facts = TurnFacts(
            turn_id=turn.turn_id,
            who=self._sessions.who(seat.conversation),
            channel=seat.conversation.channel,
            outcome=outcome,
            ms=(perf_counter() - started) * 1000,
            meta=meta,
        )
        await run_sync(self._conversations.finish, turn, state, messages, facts)
        self._metrics.turn(facts)
        return Answer(turn.turn_id, state, messages)

    async def _claim(self, turn: Turn) -> Turn:
        """Keep other processes out of this conversation."""
        waited = 0.0
        while waited <= self._wait_s:
            claimed = await run_sync(
                self._conversations.claim, turn.conversation_id, turn.turn_id, self._lease
            )
            if claimed:
                return claimed
            await asyncio.sleep(POLL_S)
            waited += POLL_S
        raise Busy

    async def _ask(self, seat: Seat, said: Said) -> tuple[Messages, str, dict[str, Any]]:
        """Messages for the page, outcome, and the facts for the log."""
        if not said.readable:
            return [notices.unclear()], "unclear", {}
        try:
            answers = await self._assistant.ask(seat.conversation.sender, said.text)
        except RasaDown as down:
            return [notices.outage(self._hotline)], down.reason, {}
        messages: Messages = [
            {"text": answer.text, "payload": answer.payload} if answer.payload
            else {"text": answer.text}
            for answer in answers
        ]  # fmt: skip
        return messages, "answered", next((answer.meta for answer in answers if answer.meta), {})
