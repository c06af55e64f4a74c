"""Single values as other systems write them; what cannot be read surely is None."""

from __future__ import annotations

import re
from datetime import date, datetime

from bot.clock import HANOI
from bot.text.codes import find_procedure_codes

_FORMATS = (
    "%Y%m%d%H%M%S", "%Y%m%d%H%M", "%Y%m%d",
    "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y",
)  # fmt: skip
_YEARS = range(2000, 2100)  # other systems write "none" as 01/01/0001 or 31/12/9999


def words(value: object) -> str | None:
    """Text with something in it; numbers are written as text by some systems, and the reverse."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return str(value).strip() or None


def procedure(value: object) -> str | None:
    """A procedure's code, "1.001193.000.00.00.H26" as "1.001193"; others stay as they are."""
    said = words(value)
    found = find_procedure_codes(said or "")
    return found[0] if len(found) == 1 else said


def moment(value: object) -> datetime | None:
    """A time; without a zone it is Hanoi's."""
    read = _moment(words(value) or "")
    return read if read and read.year in _YEARS else None


def _moment(said: str) -> datetime | None:
    for form in _FORMATS:
        # strptime reads "2026721" as a day too: the length must be that of the form
        if len(said) == len(f"{datetime(2026, 10, 10):{form}}"):
            try:
                return datetime.strptime(said, form).replace(tzinfo=HANOI)
            except ValueError:
                continue
    try:
        read = datetime.fromisoformat(said) if "-" in said else None
    except ValueError:
        return None
    return read and (read if read.tzinfo else read.replace(tzinfo=HANOI))


def day(value: object) -> date | None:
    """A day in Hanoi."""
    read = moment(value)
    return read.astimezone(HANOI).date() if read else None


def dong(value: object) -> int | None:
    """An amount of money: "20000", "20.000", "20.000 đồng"."""
    said = re.sub(r"\s*(?:đồng|đ|vnđ|vnd)\.?$", "", words(value) or "", flags=re.IGNORECASE)
    if re.fullmatch(r"\d{1,12}", said):
        return int(said)
    if re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*", said):
        return int(re.sub(r"\D", "", said))
    return None


def phone(value: object) -> str | None:
    """The digits of one whole telephone number; a masked or a second one proves nothing."""
    said = words(value) or ""
    digits = re.sub(r"[\s.()+-]", "", said)
    return digits if re.fullmatch(r"\d{9,12}", digits) else None
