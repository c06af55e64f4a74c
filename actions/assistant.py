"""What the actions share: the catalogue and the index in force, and one thread for the work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from actions.desk import desk
from bot.catalogue.local import load_local_truth
from bot.clock import today
from bot.dialogue.turn import Outcome, Turn, World
from bot.retrieval.opened import open_searcher

# One thread: the encoder uses one core, and the event loop stays free for other turns.
_worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="assistant")


def world() -> World:
    """The index and the city's table in force now: one turn sees one version of each."""
    return World(searcher=open_searcher(), local=load_local_truth(), today=today())


async def perform(respond: Callable[[Turn, World], Outcome], turn: Turn) -> Outcome:
    """Run `respond` outside the event loop."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_worker, lambda: respond(turn, world()))


async def warm_up() -> None:
    """Load the index, run the encoder once, open the desk: the first citizen does not wait."""
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(_worker, desk)
    await loop.run_in_executor(_worker, lambda: world().searcher.search("xin chào"))
