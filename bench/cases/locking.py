"""Two processes that guess at the same time: together they get what one would get."""

from __future__ import annotations

from multiprocessing import get_context
from multiprocessing.synchronize import Barrier

from bot.cases.outcome import REFUSED
from bot.cases.service import open_cases
from bot.settings import Settings

PROCESSES = 2
GUESSES = 20  # of each process

_start: Barrier


def let_through(settings: Settings, *, one_code: bool) -> list[int]:
    """How many guesses of each process were looked at; all at one code, or all by one caller."""
    context = get_context("spawn")
    barrier = context.Barrier(PROCESSES)
    with context.Pool(PROCESSES, _take, (barrier,)) as pool:
        asked = [(settings, process, one_code) for process in range(PROCESSES)]
        return pool.starmap(_guess, asked, chunksize=1)


def _take(barrier: Barrier) -> None:
    global _start
    _start = barrier


def _guess(settings: Settings, process: int, one_code: bool) -> int:
    cases = open_cases(settings)
    _start.wait(60)
    looked_at = 0
    for n in range(GUESSES):
        code = "H00-260101-9999998" if one_code else f"H00-260102-{process}{n:05d}"
        caller = f"{process}-{n}" if one_code else "the same"
        looked_at += cases.desk.look_up(code, "none", caller, "bench") is REFUSED
    cases.close()
    return looked_at
