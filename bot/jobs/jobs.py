"""Setting a job to work and following it. Plain blocking calls."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from threading import Thread

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from bot.jobs.tables import Job
from bot.settings import ROOT
from bot.staff.audit import note
from bot.staff.who import Who
from bot.store import Store, now
from bot.text.loglines import way_of

LIMIT = timedelta(minutes=10)
TOO_LONG = "Quá thời hạn nên đã dừng."
NOT_BEGUN = "Máy chủ không mở được tiến trình mới: việc này chưa làm, xin thử lại sau."
VANISHED = "Tiến trình bị dừng giữa chừng: việc này chưa xong, có thể làm lại."
log = logging.getLogger(__name__)


class OtherJob(Exception):
    """Another one is running; a sentence in Vietnamese."""


class Jobs:
    def __init__(self, store: Store) -> None:
        self._store = store

    def start(self, kind: str, subject: str, who: Who) -> int:
        """Set a process of its own to work; returns the job's number at once.

        Raises:
            OtherJob: one is running.
        """
        job = self.claim(kind, subject, who)
        try:
            set_to_work(job, lambda: self._gone(job))
        except OSError as error:  # the turn is given back: the next one need not wait for the limit
            log.error("no process for job %s: %s", job, error)
            self.end(job, "failed", NOT_BEGUN)
        return job

    def claim(self, kind: str, subject: str, who: Who, limit: timedelta | None = None) -> int:
        """Take the turn for a job that the caller then runs (`bot.jobs.run.run`).

        Raises:
            OtherJob
        """
        job = Job(
            kind=kind, subject=subject, who=who.name, turn="now",
            started=now(), until=now() + (limit or LIMIT),
        )  # fmt: skip
        try:
            with self._store.writing() as session:
                past = (Job.turn == "now") & (Job.until < now())
                session.execute(update(Job).where(past).values(_ended("failed", TOO_LONG)))
                session.add(job)
                note(session, who.id, kind, subject)
        except IntegrityError:
            raise OtherJob("Đang có một việc khác chạy; anh/chị đợi việc đó xong.") from None
        return job.id

    def get(self, job: int) -> Job | None:
        with self._store.reading() as session:
            return _judged(session.get(Job, job))

    def about(self, subject: str | None, kinds: Sequence[str]) -> Job | None:
        """The last one of these kinds; on that subject if one is named."""
        query = select(Job).where(Job.kind.in_(kinds)).order_by(Job.id.desc()).limit(1)
        if subject is not None:
            query = query.where(Job.subject == subject)
        with self._store.reading() as session:
            return _judged(session.scalar(query))

    def tell(self, job: int, step: str, done: int, total: int) -> None:
        """How far it is."""
        with self._store.writing() as session:
            values = {"step": step, "done": done, "total": total}
            session.execute(update(Job).where(Job.id == job).values(values))

    def end(self, job: int, state: str, step: str) -> None:
        """It is over; a job that was given up meanwhile stays so."""
        with self._store.writing() as session:
            mine = (Job.id == job) & (Job.turn == "now")
            session.execute(update(Job).where(mine).values(_ended(state, step)))

    def _gone(self, job: int) -> None:
        """Its process ended. Where the database is away too, the job ends by its limit."""
        try:
            self.end(job, "failed", VANISHED)
        except SQLAlchemyError as error:
            log.error("job %s: its end was not written: %s", job, way_of(error))


def set_to_work(job: int, over: Callable[[], None]) -> None:
    """A process of its own, with the settings of this one; `over` is called after its end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.jobs", str(job)],
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # errors go where this process's go
        start_new_session=True,  # it outlives a restart of the web
    )

    def wait() -> None:
        process.wait()
        over()  # killed, it could not say so itself

    Thread(target=wait, daemon=True).start()


def _ended(state: str, step: str) -> dict[str, object]:
    return {"state": state, "step": step, "turn": None, "ended": now()}


def _judged(job: Job | None) -> Job | None:
    """A job past its limit has failed, whether or not its process could say so."""
    if job and job.state == "running" and job.until < now():
        job.state, job.step = "failed", TOO_LONG
    return job
