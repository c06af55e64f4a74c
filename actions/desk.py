"""Look-ups of cases: they block for up to three seconds, so they wait beside everything else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from typing import TypeVar

import structlog
from rasa_sdk import Tracker

from bot.cases.lookup import Desk
from bot.cases.outcome import SOURCE_DOWN, Outcome
from bot.cases.service import open_cases
from bot.dialogue.cases.looking import LookUp, needs_own, own_case, wanted
from bot.dialogue.turn import Turn
from bot.settings import settings
from bot.store import migrate
from bot.text import signed_in

AT_ONCE = 16  # look-ups; more wait for a place, within the limit
WITHIN_S = 4.0  # above the desk's own limit, below the six seconds that Rasa waits for an action

Answer = TypeVar("Answer")

_workers = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="desk")
log = structlog.get_logger(__name__)


@cache
def desk() -> Desk:
    """Over a database that is up to date: in the shell nobody else has seen to that.

    Raises:
        SourcesProblem, StoreProblem: with the remedy in them.
    """
    migrate(settings().database)
    return open_cases(settings()).desk


async def looked_up(turn: Turn, tracker: Tracker) -> Turn:
    """The turn, with the desk's answer where it needs one."""
    # Whoever tries codes does so in one conversation, or must begin a new one each time.
    caller, channel = tracker.sender_id, tracker.get_latest_input_channel() or "rasa"
    message = tracker.latest_message
    person = (message.get("metadata") or {}).get(signed_in.METADATA)
    if person and needs_own(turn, message.get("intent", {}).get("name", "")):
        own = await beside(lambda: desk().of_person(person, caller, channel), None)
        turn = replace(turn, signed_in=True, own=own)
    look_up = wanted(turn)
    if look_up is None or own_case(turn):
        return turn
    return replace(turn, found=await beside(lambda: _ask(look_up, caller, channel), SOURCE_DOWN))


async def beside(asking: Callable[[], Answer], too_slow: Answer) -> Answer:
    """What the desk or the counter says; `too_slow` when it takes too long."""
    waiting = asyncio.get_running_loop().run_in_executor(_workers, asking)
    try:
        async with asyncio.timeout(WITHIN_S):
            return await waiting
    except TimeoutError:
        log.error("case_look_up_too_slow")
        return too_slow


def _ask(look_up: LookUp, caller: str, channel: str) -> Outcome:
    if look_up.proof is None:
        return desk().glance(look_up.code, caller, channel)
    return desk().look_up(look_up.code, look_up.proof, caller, channel)
