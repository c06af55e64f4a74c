"""What the pages of conversations hear and ask by themselves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent

from bot.channels.problems import Problem
from bot.channels.rasa import RasaDown
from bot.staff.roles import May
from bot.text import overheard
from bot.web.events import LOOK_S, changes
from bot.web.handover import AdviserLooks
from bot.web.parts import Shared
from bot.web.staff.desk import Desk
from bot.web.staff.guard import unchanged
from bot.web.staff.talks import (
    Advising,
    Number,
    adviser,
    held_by_me,
    seen_by,
    turns_of,
    version,
)

LAST = 2**31 - 1  # of a revision
LONGEST_S = 60.0  # then the browser reconnects, and its right is looked at again

router = APIRouter()


@router.get("/staff/api/conversations/events", response_class=EventSourceResponse)
async def queue_events(
    me: Advising, parts: Shared, shown: Annotated[str, Query(max_length=4000)]
) -> AsyncIterator[ServerSentEvent]:
    """An event `queue` when the list is another than the one `shown`."""
    looked = 0.0
    yield ServerSentEvent(comment="open", retry=2000)
    while looked < LONGEST_S and not parts.stopping.is_set():
        newest = await run_sync(version, parts, me)
        if newest != shown:
            shown = newest
            yield ServerSentEvent(event="queue", data=newest)
        await asyncio.sleep(LOOK_S)
        looked += LOOK_S


async def talking(handover: Number, me: Advising, parts: Shared) -> int:
    """The number of the conversation that this adviser has; a 404 problem otherwise."""
    one = await held_by_me(parts, handover, me)
    return one.conversation.id


@router.get("/staff/api/conversations/{handover}/events", response_class=EventSourceResponse)
async def conversation_events(
    handover: Number,
    request: Request,
    me: Advising,
    desk: Desk,
    parts: Shared,
    talk: Annotated[int, Depends(talking)],
    after: Annotated[int, Query(ge=0, le=LAST)] = 0,
    last_event_id: Annotated[int | None, Header(ge=0, le=LAST)] = None,
) -> AsyncIterator[ServerSentEvent]:
    """Events `turn` and `handover` as the citizen's page has them; `typing` is the citizen's."""
    looks = AdviserLooks(parts.advisers, handover, adviser(me))
    start = after if last_event_id is None else last_event_id
    async for event in changes(
        parts.conversations, talk, start, looks, parts.stopping, LONGEST_S, seen_by(me)
    ):
        if not await unchanged(request, desk, me):
            return  # signed out, deactivated, another role: the next words are not theirs
        yield event


@router.post("/staff/api/conversations/{handover}/typing", status_code=204)
async def typing(handover: Number, me: Advising, parts: Shared) -> None:
    await run_sync(lambda: parts.advisers.here(handover, adviser(me), typing=True))


@router.post("/staff/api/conversations/{handover}/suggestion")
async def suggestion(
    handover: Number, me: Advising, parts: Shared, talk: Annotated[int, Depends(talking)]
) -> dict[str, str]:
    """What the assistant would say to the citizen's last message; it hears it as theirs, so that
    it knows what was talked about when the conversation comes back to it; but nothing is sent,
    withdrawn or rated by it."""
    turns = await run_sync(turns_of, parts, talk, me)
    last = next((turn for turn in reversed(turns) if turn.text), None)
    if last is None:
        return {"text": ""}
    leads = me.may(May.READ_COMPLAINTS)
    if last.for_leads and not leads:
        raise _for_leads()
    held = await held_by_me(parts, handover, me)
    sender, only_looked_at = held.conversation.sender, {overheard.METADATA: True}
    try:
        answers = await parts.rasa.ask(sender, last.text, only_looked_at)
    except RasaDown as down:
        raise _no_suggestion() from down
    if not leads and any(answer.meta.get("for_leads") for answer in answers):
        raise _for_leads()  # it went on with a complaint that is being written
    # "Gặp cán bộ" has its answer: the adviser is there.
    said = [one.text for one in answers if (one.payload or {}).get("kind") != "handover"]
    return {"text": "\n".join(said)}


def _for_leads() -> Problem:
    detail = "Lời này thuộc một phản ánh về cán bộ, chỉ trưởng nhóm đọc được."
    return Problem(403, "for-leads", "Không gợi ý được", detail)


def _no_suggestion() -> Problem:
    return Problem(503, "no-suggestion", "Chưa có gợi ý", "Trợ lý đang gián đoạn, thử lại sau.")
