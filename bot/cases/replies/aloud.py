"""A case for the ear: short sentences, the most needed first, under forty seconds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.answers.words import day, ear, lower_first
from bot.cases.model import Case
from bot.cases.replies.facts import Item
from bot.clock import HANOI
from bot.text.numbers import digit_by_digit, say

WORDS = 110
_ITEMS = 3  # of a list; more are told by their number
_LAST = 4  # signs of the code that tell it from others


def opening(case: Case, title: str) -> str:
    """Which case it is: the end of its code, for the whole was read back before."""
    last = digit_by_digit(case.code[-_LAST:])
    return f"Hồ sơ có số cuối {last}, về {lower_first(ear(title, 10, least=4))}."


def items(listed: Sequence[Item]) -> list[str]:
    """At most three of them."""
    heard = [f"{item.spoken}." for item in listed[:_ITEMS]]
    more = len(listed) - _ITEMS
    return [*heard, f"Còn {more} khoản nữa."] if more > 0 else heard


def source(case: Case) -> list[str]:
    name = f"Theo {ear(case.source, 10)}."
    if case.source_time is None:
        return [name, "Nguồn không ghi thời điểm cập nhật."]
    at = case.source_time.astimezone(HANOI)
    return [name, f"Cập nhật lúc {at.hour}:{at:%M} ngày {day(at.date())}."]


def speech(
    today: date, first: Sequence[str], between: Sequence[str], last: Sequence[str] = ()
) -> str:
    """All sentences; those `between` are left out from their end where it would take too long."""
    kept = [_heard(one, today) for one in between]
    head, tail = [_heard(one, today) for one in first], [_heard(one, today) for one in last]
    while len(kept) > 1 and len(" ".join([*head, *kept, *tail]).split()) > WORDS:
        kept.pop()
    return " ".join([*head, *kept, *tail])


def _heard(sentence: str, today: date) -> str:
    """As people say it: of a day of this year, the year is left out."""
    plain = sentence.replace("anh/chị", "anh chị").replace("Anh/chị", "Anh chị")
    return say(re.sub(rf"ngày (\d+)/(\d+)/{today.year}", _this_year, plain))


def _this_year(found: re.Match[str]) -> str:
    first = "mùng " if int(found[1]) <= 10 else ""
    return f"ngày {first}{found[1]} tháng {'tư' if found[2] == '4' else found[2]}"
