"""The second proof of a case, handed to the actions for one turn and never kept.

The door takes digits that may be one out of every message. Only here the conversation is known, and
with it whether they were asked for: if not, they go back to where they stood.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.shared.core.events import SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.text.proof import METADATA, four, says_so, unveil

ASKS = "case_asks"  # the slot that says what the conversation waits for

Handle = Callable[..., Awaitable[None]]


def handing_over(handle: Handle) -> Handle:
    """`MessageProcessor._handle_message_with_tracker`, with the proof in the metadata.

    It is "" when digits were given, but not four. Not earlier: a session that begins keeps the
    metadata of its first message.
    """

    async def handed(self: Any, message: Any, tracker: DialogueStateTracker) -> None:
        given = message.given
        if given is not None:
            if says_so(message.text) or _asked_for(tracker):
                message.metadata = {**(message.metadata or {}), METADATA: four(given)}
            else:
                message.text = unveil(message.text, given)
        await handle(self, message, tracker)

    return handed


def _asked_for(tracker: DialogueStateTracker) -> bool:
    """Whether a code or its proof was asked for last, be it in a session that has ended since.

    Who answers after an hour gives digits as secret as those of who answers at once.
    """
    changes = (event for event in reversed(tracker.events) if isinstance(event, SlotSet))
    return bool(next((event.value for event in changes if event.key == ASKS), None))
