"""How it was, at the end of a call: who is asked, and which answers end it."""

from __future__ import annotations

from bot.care.survey import SCORES
from bot.care.survey_replies import answer_of
from voice.talk import Reply
from voice.wish import declines

LOST = 2  # times in a row that nothing was understood
RATED = {"rated", "not_rated"}
LAST = {"goodbye", *RATED}  # kinds of replies behind which nothing comes


class Survey:
    """
    Attributes:
        open: the question, or thanks for its answer, was the last thing that was said.
    """

    def __init__(self) -> None:
        self.open = False
        self._lost = False

    def not_heard(self, times: int) -> None:
        """Who was hard to understand, `times` in a row, is not asked how it was."""
        self._lost |= times >= LOST

    def spares(self, reply: Reply) -> bool:
        """Whether the call ends without the question that `reply` puts."""
        return reply.survey and self._lost

    def ends(self, reply: Reply) -> bool:
        """Whether the call ends with `reply`; it does not with the question itself."""
        self.open = reply.survey or reply.kind in RATED
        return reply.kind in LAST and not reply.survey

    def answer(self, key: str) -> str | None:
        """What a key says while the question is open: a score, put so that it counts once more
        after another one. None: the key means what it always does."""
        scores = self.open and key.isdecimal() and int(key) in SCORES
        return answer_of(int(key)) if scores else None

    def declined(self, text: str) -> bool:
        """Whether who was asked answers nothing, or that they would rather not."""
        return self.open and (not text or declines(text))
