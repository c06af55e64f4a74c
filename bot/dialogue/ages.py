"""Ages: "cháu 8 tuổi" fits the option "Dưới 14 tuổi" and no other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.text.fold import fold

_UNITS = ("mot", "hai", "ba", "bon", "lam", "sau", "bay", "tam", "chin")
_NUMBERS = ("khong", *_UNITS[:4], "nam", *_UNITS[5:], "muoi", *(f"muoi {unit}" for unit in _UNITS))
_BOUND = r"(?:chua du|chua den|chua toi|duoi|tu du|tu|du|tren)"
_AGE = re.compile(rf"({_BOUND} )?\b(\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len)[::-1])}) tuoi\b")
_MONTHS = re.compile(r"\b\d+ thang tuoi\b")
_LIMIT = re.compile(rf"\b({_BOUND}) (\d+) tuoi\b")


def age_in(text: str) -> int | None:
    """The age of a person in `text`, in years; a limit ("dưới 14 tuổi") is none."""
    folded = fold(text)
    if _MONTHS.search(folded):
        return 0
    found = [word for bound, word in _AGE.findall(folded) if not bound]
    if not found:
        return None
    return int(found[0]) if found[0].isdigit() else _NUMBERS.index(found[0])


def only_of_age(text: str, labels: Sequence[str]) -> int | None:
    """Position of the only label whose limit of age lets in the age in `text`, else None."""
    age = age_in(text)
    if age is None:
        return None
    fitting = [at for at, label in enumerate(labels) if _lets_in(label, age)]
    return fitting[0] if len(fitting) == 1 else None


def _lets_in(label: str, age: int) -> bool:
    limit = _LIMIT.search(fold(label))
    if not limit:
        return False
    years = int(limit.group(2))
    below = limit.group(1).startswith(("chua", "duoi"))
    return age < years if below else years <= age
