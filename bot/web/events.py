"""Changes of a conversation as they happen, whichever process made them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from threading import Event

from anyio.to_thread import run_sync
from fastapi.sse import ServerSentEvent
from pydantic import BaseModel

from bot.channels.conversations import Conversations
from bot.channels.tables import Turn
from bot.web.views import turn_view

LOOK_S = 1.0  # the database is the only thing that all processes share
LONGEST_S = 600.0  # then the browser reconnects by itself, and says where it was


async def changes(
    conversations: Conversations,
    conversation_id: int,
    after: int,
    handover: Callable[[], BaseModel],
    stopping: Event,
    longest_s: float = LONGEST_S,
    seen: Callable[[Turn], Turn] = lambda turn: turn,
) -> AsyncIterator[ServerSentEvent]:
    """Events until `stopping` is set; each turn as `seen` shows it.

    `turn`: each that is new or has changed, in order; `id` is the revision to go on from.
    `handover`: how it stands, first and whenever that changes.
    """
    yield ServerSentEvent(comment="open", retry=2000)
    told: BaseModel | None = None
    looked = 0.0
    while looked < longest_s and not stopping.is_set():
        for turn, useful in await run_sync(conversations.turns, conversation_id, after):
            after = max(after, turn.revision)
            yield ServerSentEvent(
                event="turn",
                id=str(turn.revision),
                data=turn_view(seen(turn), useful).model_dump(exclude_none=True),
            )
        stands = await run_sync(handover)
        if stands != told:
            told = stands
            yield ServerSentEvent(event="handover", data=stands.model_dump(exclude_none=True))
        await asyncio.sleep(LOOK_S)
        looked += LOOK_S
