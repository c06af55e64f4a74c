"""Personal numbers and addresses out of a text, before anything is stored or passed on.

What a citizen must be able to say survives: procedure codes, case codes, numbers of decrees,
dates, amounts of money, public short numbers such as 1022 or 19001009.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from bot.text.personal.births import births
from bot.text.personal.emails import emails
from bot.text.personal.named import named
from bot.text.personal.owned import owned
from bot.text.personal.shadow import shadow
from bot.text.personal.spans import Span, between, touches
from bot.text.personal.spoken import spoken
from bot.text.personal.survives import codes, ordinary
from bot.text.personal.typed import typed

KINDS = (
    "cccd", "phone", "email", "card", "account", "birth", "passport", "insurance", "tax", "plate",
)  # fmt: skip
# Most of what is stored has none of this, and is left alone at once.
_SUSPECT = re.compile(
    r"\d\D{0,9}\d|@|#|\b(?:a c[oòóô]ng|a m[oó]c|a vòng|at)\b"
    r"|(?:\b(?:không|khong|ko|một|mot|hai|ba|bốn|bon|tư|tu|năm|nam|lăm|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin|mười|mươi|muoi|zero|"
    r"one|two|three|four|five|six|seven|eight|nine)\b\W*){2}",
    re.I,
)


class _Plain(dict[int, int | None]):
    """Code point → what stands for it; each is worked out once."""

    def __missing__(self, point: int) -> int | None:
        kept: int | None = point
        if _FULL_WIDTH[0] <= point <= _FULL_WIDTH[1]:
            kept = point - _FULL_WIDTH[0] + ord("!")
        elif unicodedata.category(chr(point)) == "Cf":
            kept = None
        self[point] = kept
        return kept


_FULL_WIDTH = (0xFF01, 0xFF5E)  # "！" to "～", in the order of ASCII
_PLAIN = _Plain()


def redact(text: str) -> str:
    """`text` with each personal number replaced by its kind: "[phone]", "[cccd]", …

    It is then NFC, without invisible signs (they split numbers and codes) and full-width forms.

    Numbers may be typed in groups, with the letter O, in another script's digits, or said as words;
    KINDS are all kinds. Redacting twice changes nothing.
    """
    text = unicodedata.normalize("NFC", text).translate(_PLAIN)
    while _SUSPECT.search(text):
        found = _personal(text)
        if not found:
            break
        text = _replaced(text, found)
    return text


def _personal(text: str) -> list[Span]:
    """Places that don't overlap; the first finder that claims a place has it."""
    seen = shadow(text)
    held = codes(text, seen)
    found = _free([*emails(seen), *births(text, seen), *named(text, seen)], held)
    found += _free(spoken(text, seen), [*held, *found])
    found += _free(owned(seen), [*held, *found])
    for stretch in between([*held, *found, *ordinary(seen)], len(text)):
        found += _free(typed(seen, *stretch), found)
    return found


def _free(spans: Iterable[Span], taken: list[Span]) -> list[Span]:
    free: list[Span] = []
    for span in spans:
        if not touches(span, [*taken, *free]):
            free.append(span)
    return free


def _replaced(text: str, found: list[Span]) -> str:
    for start, end, kind in sorted(found, reverse=True):
        text = f"{text[:start]}[{kind}]{text[end:]}"
    return text
