"""How it was, at the end of a call: who is asked, and which answers end it."""

from __future__ import annotations

from voice.talk import Reply

LOST = 2  # times in a row that nothing was understood
KEYS = "12345"
LAST = {"goodbye", "rated", "not_rated"}  # kinds of replies behind which nothing comes


class Survey:
    """
    Attributes:
        asked: the question was the last thing that was said.
    """

    def __init__(self) -> None:
        self.asked = False
        self._lost = False

    def not_heard(self, times: int) -> None:
        """Who was hard to understand, `times` in a row, is not asked how it was."""
        self._lost |= times >= LOST

    def spares(self, reply: Reply) -> bool:
        """Whether the call ends without the question that `reply` puts."""
        return reply.survey and self._lost

    def ends(self, reply: Reply) -> bool:
        """Whether the call ends with `reply`; it does not with the question itself."""
        self.asked = reply.survey
        return reply.kind in LAST and not reply.survey

    def answered(self) -> bool:
        """Whether what the caller does now comes right after the question."""
        asked, self.asked = self.asked, False
        return asked
