"""Is it on time? What the dates of a case say, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.answers.words import day, upper_first
from bot.cases.derive import Timing, timing
from bot.cases.model import Case, CaseState

Tone = Literal["good", "soon", "late", "waiting", "unknown"]

_NO_DEADLINE = {CaseState.NOT_RECEIVED, CaseState.WITHDRAWAL_ASKED, CaseState.STOPPED}
_ENDED = {CaseState.DONE, CaseState.HANDED_OVER}


@dataclass(frozen=True)
class Standing:
    """How a case stands against its due date.

    Attributes:
        tone: for the page's colour and sign.
        due: the promised day; None when the source names none.
        words: what the dates tell, without the due date: "còn 3 ngày làm việc".
    """

    tone: Tone
    due: date | None
    words: str

    @property
    def late(self) -> bool:
        return self.tone == "late"

    @property
    def sentence(self) -> str:
        """ "Hẹn trả ngày 15/7/2026, còn 3 ngày làm việc." """
        if self.due is None:
            return f"{upper_first(self.words)}."
        return f"Hẹn trả ngày {day(self.due)}, {self.words}."

    @property
    def short(self) -> list[str]:
        """The same in short sentences."""
        due = [f"Hẹn trả ngày {day(self.due)}."] if self.due else []
        return [*due, f"{upper_first(self.words)}."]


def standing(case: Case, today: date) -> Standing | None:
    """None in a state in which no deadline runs."""
    if case.state in _NO_DEADLINE:
        return None
    told = timing(case, today)
    due = told.due or case.due
    if due is None:
        registered = case.state is CaseState.REGISTERED
        return Standing("unknown", None, "chưa có ngày hẹn trả" if registered else _NO_DATE)
    tone, words = _judged(case, told, today)
    return Standing(tone, due, words)


_NO_DATE = "nguồn không ghi ngày hẹn trả"


def _judged(case: Case, told: Timing, today: date) -> tuple[Tone, str]:
    if case.state in _ENDED:
        return _ended(told)
    if told.overdue is None:
        return "unknown", "chưa rõ có trễ hẹn không vì nguồn không ghi đủ ngày"
    if told.waiting:
        return _waiting(told)
    if told.overdue:
        return "late", f"đã quá hẹn {_days(told.days_late)}" if told.days_late else "vừa quá hẹn"
    if told.due == today:
        return "soon", "hôm nay là ngày hẹn"
    if not told.days_left:  # only days without work in between
        return "soon", "ngay sau ngày nghỉ là đến hẹn"
    return "soon" if told.due_soon else "good", f"đang đúng hạn, còn {_days(told.days_left)}"


def _ended(told: Timing) -> tuple[Tone, str]:
    if told.overdue is None:
        return "unknown", "chưa rõ xong có đúng hẹn không vì nguồn không ghi đủ ngày"
    if told.overdue:
        late = f"muộn {_days(told.days_late)}" if told.days_late else "sau ngày hẹn"
        return "late", f"đã xong {late}"
    return "good", "đã xong đúng hẹn"


def _waiting(told: Timing) -> tuple[Tone, str]:
    """The clock stands still until the citizen has added what is missing."""
    if told.overdue:
        late = f"{_days(told.days_late)} " if told.days_late else ""
        return "late", f"đã quá hẹn {late}khi được yêu cầu bổ sung"
    return "waiting", f"khi bổ sung xong thì còn {_days(told.days_left)}"


def _days(count: int | None) -> str:
    return f"{count or 0} ngày làm việc"
