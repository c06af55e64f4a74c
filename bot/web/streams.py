"""How many event streams are open: each costs a look into the database every second."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from bot.channels import problems

RETRY_S = 30


class Streams:
    """Counts in this process.

    Args:
        each: most streams of one conversation.
        all_together: most streams of the process.
    """

    def __init__(self, each: int, all_together: int) -> None:
        self._each = each
        self._all_together = all_together
        self._open: Counter[int] = Counter()

    @property
    def open(self) -> int:
        return self._open.total()

    @contextmanager
    def place(self, conversation_id: int) -> Iterator[None]:
        """A place for one stream until the block ends.

        Raises:
            Problem: 429, no place is left.
        """
        if self._open[conversation_id] >= self._each:
            raise problems.too_many_tabs(self._each, RETRY_S)
        if self.open >= self._all_together:
            raise problems.too_many_listeners(RETRY_S)
        self._open[conversation_id] += 1
        try:
            yield
        finally:
            self._open[conversation_id] -= 1
            if not self._open[conversation_id]:
                del self._open[conversation_id]
