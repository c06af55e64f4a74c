"""Which of the offered choices a person means: "2", "cái thứ hai", "cuối cùng"."""

from __future__ import annotations

import re

from bot.text.fold import fold

_WORDS = {
    "nhat": 1, "mot": 1, "dau": 1, "dau tien": 1, "hai": 2, "nhi": 2,
    "ba": 3, "tu": 4, "bon": 4,
}  # fmt: skip
_LEAD = (
    r"(?:da |vang |u |um |a |thoi )*"
    r"(?:toi |em |minh |cho toi |cho em |cho minh )?(?:chon |lay |xem |la |muon )?"
    r"(?:truong hop |thu tuc |lua chon |phuong an |muc |cai |so |y )?(?:so |thu )?"
)
_TAIL = r"(?: nhe| nha| a| di| do| ay| day| ban| em)*"
_CHOICE = re.compile(rf"{_LEAD}(\d|dau tien|dau|nhat|mot|hai|nhi|ba|tu|bon){_TAIL}")
_LAST = re.compile(rf"{_LEAD}(?:cuoi cung|cuoi|sau cung){_TAIL}")


def chosen(text: str, count: int) -> int | None:
    """Position (0-based) of the choice that `text` names among `count`, else None.

    The whole message must be a choice: "2 đứa con" is none.
    """
    folded = fold(text)
    if count and _LAST.fullmatch(folded):
        return count - 1
    match = _CHOICE.fullmatch(folded)
    if not match:
        return None
    word = match.group(1)
    number = int(word) if word.isdigit() else _WORDS[word]
    return number - 1 if 1 <= number <= count else None
