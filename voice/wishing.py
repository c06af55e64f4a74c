"""What a call has open about being called back: a wish, one to be taken back, or nothing."""

from __future__ import annotations

from voice.expecting import TAKES_BACK, YES_OR_NO
from voice.wish import Wish, Wishes
from voice.withdrawal import Withdrawal, takes_back


class Wishing:
    """What its functions give back is to be said; None: nothing, more has to come."""

    def __init__(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._open: Wish | Withdrawal | None = None

    @property
    def open(self) -> bool:
        return self._open is not None

    @property
    def expected(self) -> tuple[str, ...]:
        """Short answers to what is open."""
        if self._open is None:
            return ()
        return TAKES_BACK if isinstance(self._open, Withdrawal) else YES_OR_NO

    async def begin(self) -> str:
        """Ask who cannot be put through; of who is called back already, whether they still are."""
        waits = await self._wishes.waits()
        self._open = Withdrawal(self._wishes) if waits else Wish(self._wishes)
        return self._open.question

    async def press(self, key: str) -> str | None:
        told = await self._open.press(key) if self._open else None
        return self._closed_if_over(told)

    async def said(self, text: str) -> str | None:
        """None: it is no answer, so it is for the assistant, and nothing is open any more."""
        if self._open and (told := await self._open.said(text)):
            return self._closed_if_over(told)
        self.forget()
        if takes_back(text) and await self._wishes.waits():
            return await Withdrawal(self._wishes).withdraw()
        return None

    async def rest(self) -> str | None:
        """Nothing more comes."""
        told = await self._open.rest() if self._open else None
        return self._closed_if_over(told)

    def forget(self) -> None:
        self._open = None

    def _closed_if_over(self, told: str | None) -> str | None:
        if self._open and self._open.over:
            self.forget()
        return told
