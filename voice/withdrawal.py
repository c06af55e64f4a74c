"""A wish to be called back is taken back: in its own call, or in one from its number."""

from __future__ import annotations

import re

from bot.text.fold import fold
from voice import prompts
from voice.wish import Wishes

_BACK = re.compile(
    r"(?:(?:da|vang|a|thoi|cho|toi|em|bac|chau|muon|xin|lam on) )*"
    r"(?:(?:rut lai|huy|xoa)(?: yeu cau)?(?: goi lai)?|(?:dung|khoi|khong can|khong phai) goi lai)"
    r"(?: (?:nua|cho toi|cho em|dau|di|a|nhe|giup|voi))*"
)
_KEEP = re.compile(r"(?:(?:da|vang|a|thoi|cu) )*(?:giu nguyen|giu lai|van goi)(?: (?:a|nhe|di))*")


def takes_back(text: str) -> bool:
    """ "Rút lại", "thôi không cần gọi lại nữa": the whole of it."""
    return bool(_BACK.fullmatch(fold(text)))


class Withdrawal:
    """Fed with keys and words; what it gives back is to be said. `over`: nothing is open."""

    def __init__(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self.over = False

    @property
    def question(self) -> str:
        return prompts.ALREADY

    async def press(self, key: str) -> str:
        if key == "2":
            return await self.withdraw()
        return self._kept() if key in "1*" else self.question

    async def rest(self) -> str:
        return self.question

    async def said(self, text: str) -> str | None:
        """None: it is no answer, so it is for the assistant."""
        if takes_back(text):
            return await self.withdraw()
        return self._kept() if _KEEP.fullmatch(fold(text)) else None

    async def withdraw(self) -> str:
        self.over = True
        done = await self._wishes.withdraw()
        return f"{prompts.WITHDRAWN if done else prompts.NOT_WITHDRAWN} {prompts.ELSE}"

    def _kept(self) -> str:
        self.over = True
        return f"{prompts.KEPT} {prompts.ELSE}"
