"""A circuit breaker: a source that keeps failing is left alone for a while."""

from __future__ import annotations

import threading
import time

FAILURES = 5  # in a row
REST_S = 30.0


class Breaker:
    """Closed, or open until a moment; then one try at a time decides. Safe across threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failures = 0
        self._open_until = 0.0

    def allows(self) -> bool:
        """May the source be asked now? After a rest, one of many askers may, the others wait."""
        with self._lock:
            if self._failures < FAILURES:
                return True
            if time.monotonic() < self._open_until:
                return False
            self._open_until = time.monotonic() + REST_S
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._failures = 0

    def failed(self) -> None:
        with self._lock:
            self._failures += 1
            if self._failures >= FAILURES:
                self._open_until = time.monotonic() + REST_S
