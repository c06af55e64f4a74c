"""What day it is where the citizen is, wherever the server stands."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
_DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def today() -> date:
    """The date in Hanoi: fees and time limits change at midnight there."""
    return datetime.now(HANOI).date()


def weekday(day: date) -> str:
    """ "thứ Hai"."""
    return _DAYS[day.weekday()]
