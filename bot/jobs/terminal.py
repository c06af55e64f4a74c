"""The turn of a job for work that is done at the terminal, so that no other runs beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from getpass import getuser

from bot.jobs.jobs import Jobs
from bot.settings import settings
from bot.staff.who import Who
from bot.store import Store, migrate

LIMIT = timedelta(minutes=30)  # longer than in the console: nobody's request waits for it


@contextmanager
def turn(kind: str, subject: str) -> Iterator[None]:
    """Hold the turn; how it ended stands in the console beside the other jobs.

    Raises:
        OtherJob: one is running.
        StoreProblem: there is no database that could say so.
    """
    config = settings()
    migrate(config.database)
    store = Store(config.database)
    try:
        jobs = Jobs(store)
        job = jobs.claim(kind, subject, Who(getuser()), LIMIT)
        try:
            yield
        except BaseException:  # Ctrl-C gives the turn back too
            jobs.end(job, "failed", "Việc ở máy chủ không xong.")
            raise
        jobs.end(job, "done", "Đã làm xong ở máy chủ.")
    finally:
        store.close()
