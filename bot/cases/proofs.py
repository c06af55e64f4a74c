"""Whose case it is, kept as keyed hashes: digits that prove it, and the owner's whole number."""

from __future__ import annotations

import hmac
import re
from collections.abc import Sequence

from bot.keyed import Keyed

_SEPARATORS = re.compile(r"[\s.()+-]")
MOST = 2  # phone and CCCD
_DECOY = "0" * 64


def last_digits(number: str) -> str | None:
    """The digits that are asked for, of a number in any spelling; None when it ends otherwise.

    Digits from before a mask, as in "09xxxxx678", are never joined with those behind it.
    """
    found = re.search(r"[0-9]{4}$", _SEPARATORS.sub("", number))
    return found[0] if found else None


def whole_number(said: str) -> str | None:
    """The twelve digits of a personal identification number, typed in groups or not; else None."""
    digits = _SEPARATORS.sub("", said)
    return digits if re.fullmatch(r"[0-9]{12}", digits) else None


class Proofs:
    """Hashes of digits are bound to the case: the same digits on two cases look different."""

    def __init__(self, keyed: Keyed) -> None:
        self._keyed = keyed

    def hash(self, code: str, digits: str) -> str:
        """64 hexadecimal digits."""
        return self._keyed.digest("case-proof", f"{code}:{digits}")

    def owner(self, number: str) -> str:
        """64 hexadecimal digits: the same for all cases of the person with this whole number."""
        return self._keyed.digest("case-owner", number)

    def match(self, code: str, digits: str, kept: Sequence[str | None]) -> bool:
        """Is one of the `kept` hashes that of `digits`? The same work whatever is kept."""
        said = self.hash(code, digits)
        padded = [*kept, *[None] * MOST][:MOST]
        same = [hmac.compare_digest(said, hashed or _DECOY) for hashed in padded]
        return any(same)
