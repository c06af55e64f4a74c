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

# Slots: what is waited for, the case that was shown, whether another matter came since.
ASKS, SHOWN, ASIDE = "case_asks", "case_shown", "case_aside"

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

    Who answers after an hour gives digits as secret as those of who answers at once. So does who
    sends them once more when the case is shown already.
    """
    return bool(_last(tracker, ASKS) or (_last(tracker, SHOWN) and not _last(tracker, ASIDE)))


def _last(tracker: DialogueStateTracker, slot: str) -> Any:
    changes = (event for event in reversed(tracker.events) if isinstance(event, SlotSet))
    return next((event.value for event in changes if event.key == slot), None)
