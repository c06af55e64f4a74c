"""Which of the offered choices a person means: "2", "cái thứ hai", "số 1, cần giấy tờ gì?"."""

from __future__ import annotations

import re

from bot.retrieval.question import strip_question
from bot.text.fold import fold

_WORDS = {
    "nhat": 1, "mot": 1, "dau": 1, "dau tien": 1, "hai": 2, "nhi": 2,
    "ba": 3, "tu": 4, "bon": 4,
}  # fmt: skip
_LAST = {"cuoi", "cuoi cung", "sau cung"}
_LEAD = (
    r"(?:da |vang |u |um |a |o |oi |thoi |the |con |khong |nham |nham roi |lon |lon roi |xin loi "
    r"|ay chet |y la |phai la )*"
    r"(?:toi |em |minh |cho toi |cho em |cho minh )?(?:chon |lay |xem |la |muon )?"
)
_NOUN = r"(?:truong hop |thu tuc |ho so |lua chon |phuong an |muc |cai |so |y )"
_NUMBER = rf"(\d{{1,2}}|{'|'.join(sorted({*_WORDS, *_LAST}, key=len, reverse=True))})"
_TAIL = r"(?: nhe| nha| a| di| do| ay| day| ban| em| co| chu| voi| moi dung| moi phai| thi sao)*"
_CHOICE = re.compile(rf"{_LEAD}{_NOUN}?(?:so |thu )?{_NUMBER}{_TAIL}")
# Beside a question a bare number may count something else: "cần mấy bản, 2 à?"
_POINTED = re.compile(rf"{_LEAD}(?:{_NOUN}(?:so |thu )?|so |thu ){_NUMBER}{_TAIL}")


def chosen(text: str, count: int) -> int | None:
    """Position (0-based) of the choice that `text` names among `count`, else None.

    The whole message must be a choice, or a choice and what is asked about it: "2 đứa con" is none.
    """
    word = _named(text)
    if word in _LAST:
        return count - 1 if count else None
    number = _number(word)
    return number - 1 if 1 <= number <= count else None


def names_a_choice(text: str) -> bool:
    """Whether `text` is a choice, however many were offered: "số 9"."""
    return _named(text) is not None


def _named(text: str) -> str | None:
    match = _CHOICE.fullmatch(fold(text)) or _POINTED.fullmatch(fold(strip_question(text)))
    return match.group(1) if match else None


def _number(word: str | None) -> int:
    """0 where there is none."""
    return int(word) if word and word.isdigit() else _WORDS.get(word or "", 0)
