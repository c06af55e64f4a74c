"""Changes of a conversation as they happen, whichever process made them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from threading import Event

from anyio.to_thread import run_sync
from fastapi.sse import ServerSentEvent

from bot.web.conversations import Conversations
from bot.web.views import turn_view

LOOK_S = 1.0  # the database is the only thing that all processes share
LONGEST_S = 600.0  # then the browser reconnects by itself, and says where it was


async def changes(
    conversations: Conversations, conversation_id: int, after: int, stopping: Event
) -> AsyncIterator[ServerSentEvent]:
    """Events `turn`, in order; `id` is the revision to go on from. Ends when `stopping` is set."""
    yield ServerSentEvent(comment="open", retry=2000)
    looked = 0.0
    while looked < LONGEST_S and not stopping.is_set():
        for turn, useful in await run_sync(conversations.turns, conversation_id, after):
            after = max(after, turn.revision)
            yield ServerSentEvent(
                event="turn",
                id=str(turn.revision),
                data=turn_view(turn, useful).model_dump(exclude_none=True),
            )
        await asyncio.sleep(LOOK_S)
        looked += LOOK_S
