"""One turn, from what was typed to what is shown. Read `Chat.take` from top to bottom."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from time import perf_counter
from typing import Any
from weakref import WeakValueDictionary

from bot.channels import notices
from bot.channels.conversations import WITH_PERSON, Conversations, Messages
from bot.channels.deadline import Deadline, in_thread
from bot.channels.edge import Said
from bot.channels.english import explained
from bot.channels.handovers import HandOvers, wants_nobody, wants_person
from bot.channels.metrics import Metrics
from bot.channels.rasa import Assistant, BotMessage, RasaDown
from bot.channels.sessions import Seat, Sessions
from bot.channels.shown import still_open
from bot.channels.tables import Turn
from bot.insight.turnlog import TurnFacts
from bot.text import heard, proof, signed_in

LEASE_MARGIN_S = 5.0
STORE_S = 1.0  # kept free for storing the answer
POLL_S = 0.05
WAITING = {"decision": "notice"}  # no intent: Rasa was not asked, and no person anew


class Busy(Exception):
    """Earlier messages of the same conversation are still being answered."""


class Place:
    """A message's place behind those of its conversation that reached this process earlier."""

    def __init__(self, before: Place | None) -> None:
        self._before = before._gone if before else None
        self._gone: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @property
    def first(self) -> bool:
        """Whether all earlier ones have left."""
        return self._before is None or self._before.done()

    async def wait(self, within_s: float) -> None:
        """Until all earlier ones have left.

        Raises:
            Busy: they did not in time.
        """
        if self._before:
            await asyncio.wait([self._before], timeout=within_s)
        if not self.first:
            raise Busy

    def leave(self) -> None:
        """Let the next one go on; one that gave up waiting doesn't let it past earlier ones."""
        if self._before and not self.first:
            self._before.add_done_callback(lambda _: self._gone.set_result(None))
        else:
            self._gone.set_result(None)


@dataclass(frozen=True)
class Answer:
    turn_id: str
    state: str  # answered or failed
    messages: Messages


class Chat:
    """Answers the turns of each conversation one after another, whichever process they reach.

    Args:
        handovers: to whom those go who ask for a person; None: the channel has its own way.
    """

    def __init__(
        self,
        conversations: Conversations,
        sessions: Sessions,
        assistant: Assistant,
        metrics: Metrics,
        *,
        timeout_s: float,
        hotline: str,
        handovers: HandOvers | None = None,
    ) -> None:
        self._conversations = conversations
        self._sessions = sessions
        self._assistant = assistant
        self._metrics = metrics
        self._lease = timedelta(seconds=timeout_s + LEASE_MARGIN_S)
        self._answer_s = timeout_s + STORE_S
        self._hotline = hotline
        self._handovers = handovers
        self._last: WeakValueDictionary[int, Place] = WeakValueDictionary()

    async def take(
        self, seat: Seat, said: Said, client_message_id: str | None, deadline: Deadline
    ) -> Answer:
        """Write the message down, wait for its turn, answer it, store the answer.

        Raises:
            Busy: the conversation didn't come free in time; the message is kept as waiting.
        """
        conversation = seat.conversation
        place = self._last[conversation.id] = Place(self._last.get(conversation.id))
        try:
            # Where nobody is before us, writing down and taking the conversation are one write.
            turn, claimed = await in_thread(
                self._conversations.accept,
                conversation.id,
                said.text,
                client_message_id,
                self._lease if place.first else None,
            )
            if turn.state == "answered":
                return Answer(turn.turn_id, turn.state, turn.messages)
            await place.wait(deadline.left(keep=self._answer_s))
            if not claimed:
                turn = await self._claim(turn, deadline)
            return await self._answer_once(seat, turn, said, deadline)
        finally:
            place.leave()

    async def _answer_once(self, seat: Seat, turn: Turn, said: Said, deadline: Deadline) -> Answer:
        """Answer a turn whose conversation is taken for it."""
        if turn.state == "answered":  # the same message came twice at the same time
            await in_thread(self._conversations.release, turn.conversation_id, turn.turn_id)
            return Answer(turn.turn_id, turn.state, turn.messages)
        started = perf_counter()
        messages, outcome, meta = await self._ask(seat, said, deadline)
        messages = explained(said, messages)
        state = "answered" if outcome in {"answered", "unclear", WITH_PERSON} else "failed"
        if said.given and meta.get("proof") is False:
            turn.text = proof.unveil(turn.text, said.given)  # nobody had asked for a proof
        facts = TurnFacts(
            turn_id=turn.turn_id,
            who=self._sessions.who(seat.conversation),
            channel=seat.conversation.channel,
            outcome=outcome,
            ms=(perf_counter() - started) * 1000,
            meta=meta,
        )
        state, messages = await in_thread(
            self._conversations.finish, seat.conversation.sender, turn, state, messages, facts
        )
        self._metrics.turn(facts)
        return Answer(turn.turn_id, state, messages)

    async def _claim(self, turn: Turn, deadline: Deadline) -> Turn:
        """Keep other processes out of this conversation."""
        while True:
            claimed = await in_thread(
                self._conversations.claim, turn.conversation_id, turn.turn_id, self._lease
            )
            if claimed:
                return claimed
            if not deadline.left(keep=self._answer_s):
                raise Busy
            await asyncio.sleep(POLL_S)

    async def _ask(
        self, seat: Seat, said: Said, deadline: Deadline
    ) -> tuple[Messages, str, dict[str, Any]]:
        """Messages for the page, outcome, and the facts for the log."""
        if await in_thread(self._conversations.with_person, seat.conversation.sender):
            # Nobody asks a citizen's proof of a person: a year, a house number must be readable.
            return [], WITH_PERSON, {"proof": proof.says_so(said.text)}
        if not said.readable:
            shown = await in_thread(self._conversations.shown_last, seat.conversation.id)
            return [notices.unclear(), *still_open(shown)], "unclear", {}
        if self._handovers:
            told = await in_thread(self._handovers.about_waiting, seat.conversation, said.text)
            if told is not None:
                return told, "answered", WAITING
        try:
            async with asyncio.timeout(deadline.left(keep=STORE_S)):
                handed = _handed(said, seat)
                answers = await self._assistant.ask(seat.conversation.sender, said.text, handed)
        except (RasaDown, TimeoutError) as down:
            reason = down.reason if isinstance(down, RasaDown) else "timeout"
            return [notices.outage(self._hotline)], reason, {}
        messages = [_message(answer, seat.conversation.channel) for answer in answers]
        if self._handovers and wants_nobody(messages):
            messages = await in_thread(self._handovers.never_mind, seat.conversation, messages)
        elif self._handovers and wants_person(messages):
            messages = await in_thread(self._handovers.ask, seat.conversation, messages)
        return messages, "answered", next((answer.meta for answer in answers if answer.meta), {})


def _message(answer: BotMessage, channel: str) -> dict[str, Any]:
    """What is stored and shown; what is said aloud only where somebody listens."""
    spoken = answer.spoken if channel == "voice" else None
    members = {"text": answer.text, "payload": answer.payload, "spoken": spoken}
    return {name: value for name, value in members.items() if value}


def _handed(said: Said, seat: Seat) -> dict[str, Any]:
    """What actions may need for this one turn; Rasa's store keeps neither proof nor person."""
    found = {
        proof.METADATA: said.given or None,
        signed_in.METADATA: seat.person or None,
        heard.METADATA: None if said.others is None else list(said.others),
    }
    return {name: value for name, value in found.items() if value is not None}
