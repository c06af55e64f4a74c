"""Periods in fee texts: "từ ngày 01/7/2025 đến hết ngày 31 tháng 12 năm 2026"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_DAY = r"ngày\s+(\d{1,2})\s*(?:/|\s+tháng\s+)\s*(\d{1,2})\s*(?:/|\s+năm\s+)\s*(\d{4})"
_START = re.compile(rf"(?:từ|kể từ|thực hiện từ)\s+(?:kể\s+từ\s+)?{_DAY}", re.IGNORECASE)
_END = re.compile(rf"đến\s+(?:hết\s+)?{_DAY}", re.IGNORECASE)


@dataclass(frozen=True)
class Period:
    """First and last day, both inclusive; None is open."""

    start: date | None = None
    end: date | None = None

    def __bool__(self) -> bool:
        return self.start is not None or self.end is not None


def find_period(text: str) -> Period:
    """The first period that `text` names; an empty one where it names none."""
    return Period(start=_date(_START, text), end=_date(_END, text))


def _date(pattern: re.Pattern[str], text: str) -> date | None:
    match = pattern.search(text)
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
