"""What day it is where the citizen is, wherever the server stands."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def today() -> date:
    """The date in Hanoi: fees and time limits change at midnight there."""
    return datetime.now(HANOI).date()
