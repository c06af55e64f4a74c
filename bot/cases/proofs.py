"""Proofs of identity: the last four digits of the phone or the CCCD, kept as keyed hashes."""

from __future__ import annotations

import hmac
import re
from collections.abc import Sequence

from bot.keyed import Keyed

DIGITS = 4
MOST = 2  # phone and CCCD
_DECOY = "0" * 64


def last_digits(number: str) -> str | None:
    """The digits that are asked for, of a number in any spelling; None when it has too few."""
    digits = re.sub(r"\D", "", number)
    return digits[-DIGITS:] if len(digits) >= DIGITS else None


class Proofs:
    """Hashes are bound to the case: the same digits on two cases look different."""

    def __init__(self, keyed: Keyed) -> None:
        self._keyed = keyed

    def hash(self, code: str, digits: str) -> str:
        """64 hexadecimal digits."""
        return self._keyed.digest("case-proof", f"{code}:{digits}")

    def match(self, code: str, digits: str, kept: Sequence[str | None]) -> bool:
        """Is one of the `kept` hashes that of `digits`? The same work whatever is kept."""
        said = self.hash(code, digits)
        padded = [*kept, *[None] * MOST][:MOST]
        same = [hmac.compare_digest(said, hashed or _DECOY) for hashed in padded]
        return any(same)
