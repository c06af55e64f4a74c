"""Time limits: a number is only a limit together with its unit."""

from __future__ import annotations

import re

from bot.catalogue.derive.clean import tidy
from bot.catalogue.derive.raw import RawChannel
from bot.catalogue.model import TimeKind, TimeLimit, TimeUnit

_UNITS = {
    "ngày làm việc": TimeUnit.WORKING_DAY,
    "giờ": TimeUnit.HOUR,
    "giờ làm việc": TimeUnit.HOUR,
    "ngày": TimeUnit.DAY,
    "tháng": TimeUnit.MONTH,
    "năm": TimeUnit.YEAR,
}
_DURATION = re.compile(
    r"(?<![\d/.,:-])(\d{1,3})(?:\s*\([^()]{1,25}\))?\s*"
    r"(ngày làm việc|giờ làm việc|ngày|giờ|tháng(?!\s*\d)|năm(?!\s*\d))"
    r"(?!\s*\d{1,2}\s*(?:/|tháng))",
    re.IGNORECASE,
)
_FROM_RECEIPT = re.compile(
    rf"(?:trong(?: thời hạn)?|thời hạn(?: giải quyết)?(?: là)?:?|không quá|chậm nhất)\s*(?:là )?"
    rf"{_DURATION.pattern},?\s*(?:\([^()]{{1,40}}\)\s*)?"
    r"(?:kể từ|tính từ|sau)\s*(?:ngày|khi)\s*(?:\w+\s+){0,6}?nhận[^.;\n]{0,40}hồ sơ",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"{_DURATION.pattern},?\s*(?:\([^()]{{1,40}}\)\s*)?(?:kể từ|tính từ|từ|sau)\s*(?:ngày|khi)"
    r"[^.;]{0,40}nhận[^.;]{0,30}(?:hồ sơ|đơn|đề nghị|yêu cầu)",
    re.IGNORECASE,
)
_BY_CASE = re.compile(r"tùy|tuỳ|theo từng trường hợp|trường hợp \d", re.IGNORECASE)

Duration = tuple[int, TimeUnit]


def derive_time(channel: RawChannel, steps: str) -> TimeLimit:
    """The time limit of one channel row.

    A number whose unit is lost takes the unit from the note, else from the steps, where
    these name one single limit counted from the receipt of the dossier and it has the
    same number. Everything else stays unknown, or depends on the case.
    """
    text, note = tidy(channel.time), tidy(channel.note)
    stated = _durations(text)
    if len(stated) == 1:
        return _known(stated.pop(), "ghi trong nguồn")
    if len(stated) > 1 or _BY_CASE.search(text):
        return _depends("nguồn ghi thời hạn theo từng trường hợp")
    number = int(text) if text.isascii() and text.isdigit() else None
    return _from_note(number, note) or _from_steps(number, steps) or _unknown(number)


def _durations(text: str) -> set[Duration]:
    found = {(int(n), _UNITS[unit.lower()]) for n, unit in _DURATION.findall(text)}
    return {duration for duration in found if duration[0] > 0}


def _from_note(number: int | None, note: str) -> TimeLimit | None:
    named = _durations(note)
    if number:
        same = {duration for duration in named if duration[0] == number}
        if len(same) == 1 and len(named) == 1:
            return _known(same.pop(), "nguồn mất đơn vị; đọc từ ghi chú của cách nộp")
    elif len(named) == 1 and _COUNTED.search(note):
        return _known(named.pop(), "nguồn để trống; đọc từ ghi chú của cách nộp")
    if len(named) > 1:
        return _depends("ghi chú của cách nộp nêu nhiều thời hạn cho nhiều trường hợp hoặc bước")
    return None


def _from_steps(number: int | None, steps: str) -> TimeLimit | None:
    if not number:
        return None
    named = {(int(n), _UNITS[unit.lower()]) for n, unit in _FROM_RECEIPT.findall(tidy(steps))}
    if len(named) == 1 and (only := named.pop())[0] == number:
        return _known(only, "nguồn mất đơn vị; đọc từ các bước thực hiện")
    return None


def _known(duration: Duration, reason: str) -> TimeLimit:
    return TimeLimit(kind=TimeKind.KNOWN, value=duration[0], unit=duration[1], reason=reason)


def _depends(reason: str) -> TimeLimit:
    return TimeLimit(kind=TimeKind.DEPENDS, reason=reason)


def _unknown(number: int | None) -> TimeLimit:
    reason = f"nguồn ghi số {number}, không có đơn vị" if number else "nguồn để trống"
    return TimeLimit(kind=TimeKind.UNKNOWN, reason=reason)
