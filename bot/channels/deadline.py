"""One time limit for a whole turn, shared by everything that waits for something."""

from __future__ import annotations

from functools import partial
from time import monotonic

from anyio.to_thread import run_sync

# A database that hangs must not hold the answer back. What the thread still does is found by the
# repeated message: a turn is stored whole or not at all, and a lease ends by itself.
in_thread = partial(run_sync, abandon_on_cancel=True)


class Deadline:
    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    def left(self, keep: float = 0.0) -> float:
        """Seconds that may still be waited when `keep` are needed afterwards; never below 0."""
        return max(0.0, self._end - keep - monotonic())
