"""A wish to be called back: the caller agrees first, then gives a number by keys. None of it goes
to the assistant, and a number is neither said by us in full nor taken aloud."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Protocol

from bot.care.telephone import NUMBER, local
from bot.text.fold import fold
from bot.text.numbers import digit_by_digit
from voice import prompts

# "Dạ", "vâng" alone only say that somebody listens.
_YES = re.compile(r"(?:da |vang |u )*(?:co|dong y)(?: (?:a|dong y|em|con|nhe))*")
_NO = re.compile(r"(?:da |thoi )*(?:khong|thoi|khong can|khong dong y)(?: (?:a|em|can|nhe))*")
SAID_BACK = 3  # digits


def declines(text: str) -> bool:
    """ "Không", "thôi không cần": the whole of it."""
    return bool(_NO.fullmatch(fold(text)))


class Wishes(Protocol):
    """Where a call's wish is written down.

    Attributes:
        own: the number that calls; "" where the line does not tell it.
        wording: what the caller is asked to agree to.
        promised: until when they are called.
    """

    own: str
    wording: str
    promised: datetime

    async def take(self, number: str) -> bool:
        """Write down the number, and that the caller agreed just now; false: it cannot be done."""

    async def waits(self) -> bool:
        """Whether one waits, of this call or for the number that calls."""

    async def withdraw(self) -> bool:
        """End those, and forget their numbers; false: it cannot be done."""


class Wish:
    """Fed with keys and words; what it gives back is to be said. `over`: nothing is open."""

    def __init__(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._own = local(wishes.own)
        self._agreed = False
        self._typed = ""
        self.over = False

    @property
    def question(self) -> str:
        if not self._agreed:
            return self._wishes.wording
        return prompts.WHICH_NUMBER if self._own else prompts.TYPE_NUMBER

    async def press(self, key: str) -> str | None:
        """None: more has to come."""
        if not self._agreed:
            return self._decided(key == "1") if key in "12*" else self.question
        if key == "*":
            return self._declined()
        if key != "#":
            self._typed = (self._typed + key)[:24]
            return None
        number, self._typed = local(self._typed) if self._typed else self._own, ""
        if not number:
            return f"{prompts.BAD_NUMBER} {self.question}"
        self.over = True
        if not await self._wishes.take(number):
            return prompts.NOT_WRITTEN
        last = digit_by_digit(number[-SAID_BACK:])
        will_call = prompts.will_call(self._wishes.promised, last)
        return f"{prompts.TAKEN_DOWN} {will_call} {prompts.WITHDRAW} {prompts.ELSE}"

    async def rest(self) -> str:
        """Nothing more comes: what was typed counts, else the question is put again."""
        typed = await self.press("#") if self._typed else None
        return typed or self.question

    async def said(self, text: str) -> str | None:
        """None: it is no answer, so it is for the assistant."""
        words = fold(text)
        if self._agreed:
            return None if NUMBER.search(text) is None else prompts.NUMBER_BY_KEYS
        if _YES.fullmatch(words):
            return self._decided(True)
        return self._decided(False) if declines(text) else None

    def _decided(self, agreed: bool) -> str:
        self._agreed = agreed
        return self.question if agreed else self._declined()

    def _declined(self) -> str:
        self.over = True
        return prompts.NOT_TAKEN_DOWN
