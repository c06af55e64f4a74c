"""The notices in force, as every process sees them: at most FRESH_S old."""

from __future__ import annotations

import time
from threading import Lock

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.notices.model import InForce
from bot.notices.notices import Notices
from bot.store import Store

FRESH_S = 1.0
log = structlog.get_logger(__name__)


class Watch:
    """Thread-safe. The database is the only thing that all processes share, so it is asked."""

    def __init__(self, store: Store) -> None:
        self._notices = Notices(store)
        self._lock = Lock()
        self._seen: InForce | None = None
        self._at = 0.0

    def now(self) -> InForce:
        """What is in force; what was last known where the database does not answer.

        Raises:
            SQLAlchemyError: it did not answer yet at all.
        """
        with self._lock:
            if self._seen is None or time.monotonic() - self._at > FRESH_S:
                try:
                    self._seen = self._notices.in_force()
                except SQLAlchemyError as error:
                    if self._seen is None:
                        raise
                    log.error("notices_not_read", error=type(error).__name__)
                self._at = time.monotonic()
            return self._seen
