"""What a number is, by its digits alone."""

from __future__ import annotations

import re

# A mobile number, a landline, a mobile number of before 2018; "+84 (0) 912…" keeps its zero.
_PHONE = re.compile(r"(?:(?:00)?840?|0)(?:[35789]\d{8}|2\d{9}|1[2689]\d{8})$")
# Sizes of the groups on cards, or each digit alone.
_CARD_GROUPS = re.compile(r"(?:4 )+[1-4]$|4 6 5$|6 6 [46]$|6 1[03]$|8 8$|(?:1 )+1$")
_CARD_FIRST = re.compile(r"[3-69]")


def strict_kind(digits: str) -> str | None:
    """ "phone" or "cccd" where the digits alone leave no doubt: "0912345678", "001099012345"."""
    if _PHONE.match(digits):
        return "phone"
    return "cccd" if len(digits) == 12 and digits[0] == "0" else None


def kind_of(run: str) -> str | None:
    """The kind of a run of digits, perhaps grouped ("0912 345 678"), or None.

    A run without separators that begins with 0 and is nearly as long as a phone or identity number
    is taken for one with a slip in it: nothing else that people say here looks so.
    """
    groups = re.findall(r"\d+", run)
    digits = "".join(groups)
    if "+" in run:
        return "phone" if 8 <= len(digits) <= 15 else None
    kind = strict_kind(digits)
    if kind:
        return kind
    if len(groups) == 1:
        return _solid(digits)
    sizes = " ".join(str(len(group)) for group in groups)
    if len(digits) == 9:
        # Old identity numbers begin with 0 to 3; "101-103-105" are houses.
        spaced = digits[0] in "123" and "-" not in run and sizes in ("3 3 3", "1 " * 8 + "1")
        return "cccd" if digits[0] == "0" or spaced else None
    if len(digits) == 10 and digits[0] == "0" and min(map(len, groups)) > 2 and "-" not in run:
        return "phone"  # or an insurance number: nothing else of this length begins so
    return "card" if _is_card(digits, sizes) else None


def _solid(digits: str) -> str | None:
    length = len(digits)
    if length in (9, 12) or (digits[0] == "0" and length in (10, 11, 13)):
        return "phone" if length in (10, 11) and digits[1] != "0" else "cccd"
    # So long a number is a card, if not one with a slip; 26… may be a case code without its H.
    return "card" if 13 <= length <= 19 and (digits[:2] != "26" or _luhn(digits)) else None


def _is_card(digits: str, groups: str) -> bool:
    """13 to 19 digits grouped as on a card, with its check digit or the mark of a bank here."""
    if not (13 <= len(digits) <= 19 and _CARD_GROUPS.match(groups)):
        return False
    printed = groups.startswith("4 4 4 4") and _CARD_FIRST.match(digits)
    return bool(printed) or digits.startswith("9704") or _luhn(digits)


def _luhn(digits: str) -> bool:
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0
