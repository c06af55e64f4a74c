"""What the actions share: the catalogue and the index in force, and one thread for the work."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from actions.desk import desk
from bot.catalogue.local import load_local_truth
from bot.clock import today
from bot.dialogue.turn import Outcome, Respond, Turn, World
from bot.notices.watch import Watch
from bot.retrieval.opened import open_searcher
from bot.settings import settings
from bot.store import Store

# One thread: the encoder uses one core, and the event loop stays free for other turns.
_worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="assistant")


def world() -> World:
    """The index, the city's table and the notices in force now: one turn sees one of each."""
    return World(
        searcher=open_searcher(), local=load_local_truth(), today=today(), notices=_notices().now()
    )


@cache
def _notices() -> Watch:
    """Over a database that `desk` has brought up to date."""
    return Watch(Store(settings().database))


async def perform(respond: Respond, turn: Turn) -> Outcome:
    """Run `respond` outside the event loop."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_worker, lambda: respond(turn, world()))


async def warm_up() -> None:
    """Load the index, run the encoder once, open the desk: the first citizen does not wait."""
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(_worker, desk)
    await loop.run_in_executor(_worker, lambda: world().searcher.search("xin chào"))
