"""The second proof in a message: the last four digits of a phone or identity number.

They must not be kept, so they are taken out of every message that may hold them before anything
else is done with it. Who knows whether a proof was asked for puts them back when it was not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.text.hanoi_codes import SURELY, codes_in
from bot.text.personal.shadow import shadow
from bot.text.proof_numbers import (
    DIGITS,
    beside_a_code,
    blanked,
    digits_of,
    held,
    numbers,
    only_a_proof,
)
from bot.text.redact import redact
from bot.text.said_codes import LAST_FOUR

PLACE = "[proof]"
METADATA = "proof"  # the key under which what was given is handed over, from web to Rasa to action
_FEW = 3  # words besides that may stand around four digits, but not around a year or a hotline
_WHOLE = re.compile(r"\[(?:phone|cccd)\]")


class Veiled(NamedTuple):
    """A redacted message without the digits that may prove something.

    Attributes:
        text: with PLACE where they stood; where a whole number stood, with its kind as ever.
        given: what stood there, as it was written; of a whole number its last four digits, for
            they are what is asked for. None when nothing in the message can be a proof.
    """

    text: str
    given: str | None = None


def veil(raw: str) -> Veiled:
    """Redact, and take out the digits that may be a proof: they are named, or stand nearly alone.

    "1234", "một hai ba bốn", "4 số cuối là 1234 ạ", "nó là 1234 đó con", "H26.12-250701-0001 xong
    chưa, 1234"; not the year in "lệ phí năm 2024". `unveil` gives `redact(raw)`.
    """
    text = redact(raw)
    seen = shadow(text)
    wholes = [found.span() for found in _WHOLE.finditer(text)]
    plain = blanked(seen, [*held(text, seen), *wholes])
    named = LAST_FOUR.search(plain)
    if named:
        plain = blanked(plain, [named.span()])
    runs, strange = numbers(text, plain)
    alone = not strange or (strange <= _FEW and bool(runs) and all(map(only_a_proof, runs)))
    if not (alone or says_so(text)):
        return Veiled(text)
    if named and not alone:  # the number that comes next
        runs = [run for run in runs if run[0].start >= named.end()][:1] or runs[-1:]
    elif not alone:
        runs = [run for run in runs if beside_a_code(run)][-1:]
    if runs:
        start, end = runs[0][0].start, runs[-1][-1].end
        return Veiled(f"{text[:start]}{PLACE}{text[end:]}", text[start:end])
    return Veiled(text, _last_four(raw) if wholes else None)


def says_so(text: str) -> bool:
    """Whether a veiled message itself says that its digits are a proof, asked for or not."""
    seen = shadow(text)
    return bool(codes_in(text, asked=False) or LAST_FOUR.search(seen) or SURELY.search(seen))


def unveil(text: str, given: str) -> str:
    """The message as it was."""
    return text.replace(PLACE, given, 1)


def four(given: str) -> str:
    """The four digits that were given, as digits, perhaps twice; "" when they are not four."""
    runs, _ = numbers(given, shadow(given), fewest=1)
    digits = "".join(map(digits_of, runs))
    once = digits[:DIGITS]
    return once if len(once) == DIGITS and digits in (once, once * 2) else ""


def _last_four(raw: str) -> str | None:
    seen = shadow(raw)
    runs, _ = numbers(raw, blanked(seen, held(raw, seen)), DIGITS)
    return digits_of(runs[-1])[-DIGITS:] if runs else None
