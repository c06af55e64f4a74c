"""Jobs: one at a time, with a limit, and their end is told."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy.exc import OperationalError

from bot.jobs import jobs as module
from bot.jobs.jobs import LIMIT, NOT_BEGUN, TOO_LONG, VANISHED, Jobs, OtherJob
from bot.jobs.run import Refused, Tell, run
from bot.staff.who import Who
from bot.store import Store, now


@pytest.fixture
def jobs(store: Store) -> Jobs:
    return Jobs(store)


def database_away(*_: object) -> None:
    raise OperationalError("UPDATE", {}, Exception("connection refused"))


def done(_store: Store, subject: str, tell: Tell) -> str:
    tell("làm", 1, 2)
    return f"xong {subject}"


def test_it_runs_and_says_how_it_ended(store: Store, jobs: Jobs) -> None:
    number = jobs.claim("sum", "7", Who("Lan"))
    assert run(store, number, {"sum": done})
    job = jobs.about("7", ["sum"])
    assert job
    assert (job.state, job.step, job.done, job.total) == ("done", "xong 7", 1, 2)
    assert not run(store, number, {"sum": done})  # not twice
    jobs.claim("sum", "8", Who("Lan"))  # the next one may


def test_of_many_at_once_one_gets_the_turn(jobs: Jobs) -> None:
    def claim(number: int) -> int | None:
        try:
            return jobs.claim("sum", str(number), Who("Lan"))
        except OtherJob:
            return None

    with ThreadPoolExecutor(8) as pool:
        won = list(filter(None, pool.map(claim, range(8))))
    assert len(won) == 1


def test_one_that_vanished_gives_the_turn_up_after_its_limit(jobs: Jobs) -> None:
    first = jobs.claim("sum", "1", Who("Lan"))
    with pytest.raises(OtherJob, match="việc khác"):
        jobs.claim("sum", "2", Who("Lan"))
    with time_machine.travel(now() + LIMIT + timedelta(seconds=1)):
        job = jobs.get(first)
        assert job
        assert (job.state, job.step) == ("failed", TOO_LONG)
        jobs.claim("sum", "2", Who("Lan"))
        jobs.end(first, "done", "quá muộn")  # it was given up
        job = jobs.get(first)
        assert job
        assert job.state == "failed"


def test_what_goes_wrong_is_told(store: Store, jobs: Jobs) -> None:
    def refused(*_: object) -> str:
        raise Refused("Chưa được duyệt.")

    def broken(*_: object) -> str:
        raise KeyError("số riêng của ai đó")

    for work, said in ((refused, "Chưa được duyệt."), (broken, "KeyError")):
        number = jobs.claim("sum", "", Who("Lan"))
        assert not run(store, number, {"sum": work})
        job = jobs.get(number)
        assert job
        assert job.state == "failed"
        assert said in job.step
        assert "riêng" not in job.step


def test_it_is_ended_at_its_limit(
    store: Store, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LIMIT", timedelta(seconds=0.3))

    def endless(*_: object) -> str:
        time.sleep(20)
        return "không bao giờ"

    number = jobs.claim("sum", "", Who("Lan"))
    began = time.monotonic()
    assert not run(store, number, {"sum": endless})
    assert time.monotonic() - began < 15
    job = jobs.get(number)
    assert job
    assert (job.state, job.step) == ("failed", TOO_LONG)


def test_one_that_is_killed_gives_the_turn_back_at_once(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not after ten minutes, in which nothing else could be done."""
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def asleep(command: list[str], **options: Any) -> subprocess.Popen[bytes]:
        started.append(popen([sys.executable, "-c", "import time; time.sleep(60)"]))
        return started[0]

    monkeypatch.setattr(module.subprocess, "Popen", asleep)
    number = jobs.start("import", "0123", Who("Lan"))
    started[0].kill()
    end = time.monotonic() + 20
    while (job := jobs.get(number)) and job.state == "running":
        assert time.monotonic() < end
        time.sleep(0.05)
    assert job
    assert (job.state, job.step) == ("failed", VANISHED)
    jobs.claim("import", "0123", Who("Lan"))


def test_its_end_waits_for_the_limit_where_the_database_is_away(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ended: list[Callable[[], None]] = []
    monkeypatch.setattr(module, "set_to_work", lambda _, over: ended.append(over))
    number = jobs.start("import", "0123", Who("Lan"))
    with monkeypatch.context() as away:
        away.setattr(Jobs, "end", database_away)
        ended[0]()
    assert f"job {number}: its end was not written" in caplog.text
    with time_machine.travel(now() + LIMIT + timedelta(seconds=1)):
        job = jobs.get(number)
        assert job
        assert (job.state, job.step) == ("failed", TOO_LONG)


def test_where_no_process_can_be_begun_the_turn_is_given_back(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(module.subprocess, "Popen", full)
    job = jobs.get(jobs.start("import", "0123", Who("Lan")))
    assert job
    assert (job.state, job.step) == ("failed", NOT_BEGUN)
    jobs.claim("import", "0123", Who("Lan"))


def test_a_process_of_its_own(jobs: Jobs) -> None:
    number = jobs.start("preview", "0123", Who("Lan"))  # there is no such upload
    end = time.monotonic() + 60
    while (job := jobs.get(number)) and job.state == "running":
        assert time.monotonic() < end
        time.sleep(0.1)
    assert job
    assert (job.state, job.step) == ("failed", "Tệp này không còn: xin tải lên lại.")
