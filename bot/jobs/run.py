"""The work itself: which function does which kind, within the limit, and how it ended."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable, Mapping
from typing import Any

from bot.jobs.jobs import TOO_LONG, Jobs
from bot.store import Store, now
from bot.text.loglines import way_of

log = logging.getLogger(__name__)

Tell = Callable[[str, int, int], None]  # what is being done, done, of how many
Work = Callable[[Store, str, Tell], str]  # database, subject, progress → a sentence at the end


class Refused(Exception):
    """The work cannot be done; a sentence in Vietnamese for who asked for it."""


def run(store: Store, job: int, kinds: Mapping[str, Work]) -> bool:
    """Do a job that has its turn; false when it failed."""
    jobs = Jobs(store)
    row = jobs.get(job)
    if row is None or row.state != "running":
        return False
    _limit((row.until - now()).total_seconds())
    try:
        said = kinds[row.kind](
            store, row.subject, lambda step, done, total: jobs.tell(job, step, done, total)
        )
    except Refused as reason:
        jobs.end(job, "failed", str(reason))
    except TimeoutError:
        jobs.end(job, "failed", TOO_LONG)
    except Exception as error:
        log.error("job %s: %s", row.kind, way_of(error))
        jobs.end(job, "failed", f"Có lỗi khi chạy ({type(error).__name__}); xem nhật ký.")
    else:
        jobs.end(job, "done", said)
        return True
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return False


def _limit(seconds: float) -> None:
    """Raise TimeoutError in the main thread then."""

    def over(*_: Any) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, max(0.1, seconds))
