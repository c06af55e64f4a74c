"""Look-ups of cases: they block for up to three seconds, so they wait beside everything else."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache

import structlog
from rasa_sdk import Tracker

from bot.cases.lookup import SOURCE_DOWN, Desk, Outcome
from bot.cases.service import open_cases
from bot.dialogue.cases.looking import LookUp, wanted
from bot.dialogue.turn import Turn
from bot.settings import settings
from bot.store import migrate

AT_ONCE = 16  # look-ups; more wait for a place, within the limit
WITHIN_S = 4.0  # above the desk's own limit, below the six seconds that Rasa waits for an action

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
    look_up = wanted(turn)
    if look_up is None:
        return turn
    loop = asyncio.get_running_loop()
    # Whoever tries codes does so in one conversation, or must begin a new one each time.
    caller, channel = tracker.sender_id, tracker.get_latest_input_channel() or "rasa"
    asking = loop.run_in_executor(_workers, _ask, look_up, caller, channel)
    try:
        async with asyncio.timeout(WITHIN_S):
            return replace(turn, found=await asking)
    except TimeoutError:
        log.error("case_look_up_too_slow")
        return replace(turn, found=SOURCE_DOWN)


def _ask(look_up: LookUp, caller: str, channel: str) -> Outcome:
    if look_up.proof is None:
        return desk().glance(look_up.code, caller, channel)
    return desk().look_up(look_up.code, look_up.proof, caller, channel)
