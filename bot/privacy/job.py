"""Expiry by itself: in every web process, of which one does it, once an hour."""

from __future__ import annotations

import asyncio
import fcntl
import logging
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from anyio.to_thread import run_sync

from bot.privacy.service import NotExpired, Privacy

TURN_FILE = "expiry.turn"  # in the state's folder; holds when it was last done
EVERY_S = 3600.0
LOOK_S = 300.0  # how often each process looks whether it is time
log = logging.getLogger(__name__)


async def keep_expiring(privacy: Privacy, var_dir: Path) -> None:
    """Delete what is past its period, hour after hour, until it is cancelled."""
    while True:
        try:
            await _to_its_end(run_sync(_expire_in_turn, privacy, var_dir / TURN_FILE))
        except NotExpired as left:
            for error in left.errors:
                log.error("data past its period could not be deleted", exc_info=error)
        except Exception:
            log.exception("data past its period could not be deleted")
        await asyncio.sleep(LOOK_S)


async def _to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Await the work even when cancelled: its thread would go on with databases that are closed."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


def _expire_in_turn(privacy: Privacy, turn_file: Path) -> None:
    with in_turn(turn_file, EVERY_S) as mine:
        if mine:
            log.info("past its period and deleted: %s", privacy.expire())


@contextmanager
def in_turn(path: Path, every_s: float) -> Iterator[bool]:
    """Whether it is time, and no other process of this machine is at it.

    After an exception in the block it counts as not done.
    Processes on other machines have files of their own: what is done twice finds nothing to do.
    """
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        file.seek(0)
        is_time = time.time() - float(file.read() or 0) >= every_s
        yield is_time
        if is_time:
            file.seek(0)
            file.truncate()
            file.write(str(time.time()))
