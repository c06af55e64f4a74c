"""Expiry by itself: once in its time, by one process."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from bot.privacy import job
from bot.privacy.service import NotExpired
from bot.store import now


class Counted:
    """Stands for `Privacy`: counts its expiries; `failing` of them fail."""

    def __init__(self, failing: int = 0) -> None:
        self.done = 0
        self.failing = failing

    def expire(self) -> dict[str, int]:
        self.done += 1
        if self.done <= self.failing:
            raise NotExpired([OSError("no database")])
        return {}


def test_one_process_does_it_and_then_nobody_until_it_is_time_again(tmp_path: Path) -> None:
    file = tmp_path / job.TURN_FILE
    with time_machine.travel(now(), tick=False) as clock:
        with job.in_turn(file, 3600) as mine, job.in_turn(file, 3600) as others:
            assert (mine, others) == (True, False)
        with job.in_turn(file, 3600) as again:
            assert not again
        clock.shift(timedelta(hours=1))
        with job.in_turn(file, 3600) as again:
            assert again


def test_what_failed_is_not_done(tmp_path: Path) -> None:
    file = tmp_path / job.TURN_FILE
    with pytest.raises(OSError, match="no disk"), job.in_turn(file, 3600):
        raise OSError("no disk")
    with job.in_turn(file, 3600) as mine:
        assert mine


def test_the_end_of_the_process_waits_for_what_was_begun(tmp_path: Path) -> None:
    began, slow = threading.Event(), Counted()

    def expire() -> dict[str, int]:
        began.set()
        time.sleep(0.3)
        slow.done += 1
        return {}

    slow.expire = expire  # type: ignore[method-assign]

    async def stopped_meanwhile() -> None:
        running = asyncio.create_task(job.keep_expiring(slow, tmp_path))  # type: ignore[arg-type]
        await asyncio.to_thread(began.wait, 5)
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        assert slow.done == 1

    asyncio.run(stopped_meanwhile())


def test_it_tries_again_after_an_error_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(job, "LOOK_S", 0.01)
    privacy = Counted(failing=2)

    async def until_it_is_done() -> None:
        expiring = asyncio.create_task(job.keep_expiring(privacy, tmp_path))  # type: ignore[arg-type]
        async with asyncio.timeout(30):
            while privacy.done < 3:
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)  # time for one too many
        expiring.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await expiring

    asyncio.run(until_it_is_done())
    assert privacy.done == 3
    errors = [record for record in caplog.records if record.levelname == "ERROR"]
    assert len(errors) == 2
