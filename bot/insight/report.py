"""All figures of a period: read `Insight.report` from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from bot.cases.urgent import any_made_up
from bot.catalogue.model import Procedure
from bot.clock import HANOI
from bot.insight.agencies import agencies
from bot.insight.answers import answers, speed
from bot.insight.calls import calls
from bot.insight.columns import TurnReader
from bot.insight.handovers import handovers
from bot.insight.heard import survey, tickets
from bot.insight.model import Group, Report
from bot.insight.period import Period
from bot.insight.satisfaction import satisfaction
from bot.insight.sources import Sources
from bot.insight.tables import DEMO, CallRecord, TurnLog
from bot.insight.topics import topics
from bot.insight.usage import usage
from bot.store import Store

# In the order of the report; who counts something new adds it here.
GROUPS: dict[str, Callable[[Sources], Group]] = {
    "usage": usage,
    "answers": answers,
    "speed": speed,
    "topics": topics,
    "satisfaction": satisfaction,
    "calls": calls,
    "handovers": handovers,
    "survey": survey,
    "tickets": tickets,
    "agencies": agencies,
}


class Insight:
    """
    Args:
        procedures: those of the catalogue in force, by code.
        kept_days: how long the turn log is kept.
    """

    def __init__(
        self, store: Store, procedures: Callable[[], Mapping[str, Procedure]], kept_days: int
    ) -> None:
        self._store = store
        self._procedures = procedures
        self._kept = timedelta(days=kept_days)
        self._turns = TurnReader()

    def report(self, period: Period, today: date, groups: Sequence[str] = tuple(GROUPS)) -> Report:
        """Blocking; figures of `groups` only."""
        with self._store.reading() as session:
            turns = self._turns.read(session, period)
            sources = Sources(session, period, today, turns, self._procedures())
            told = tuple(GROUPS[name](sources) for name in groups)
            empty = not len(turns) and not sources.calls
            demo = _made_up(session)
        return Report(period, told, demo, empty, tuple(self._notes(period, today, empty)))

    def warm(self, day: date) -> None:
        """Read one day before somebody asks for it."""
        with self._store.reading() as session:
            self._turns.read(session, Period(day, day))

    def first_day(self) -> date | None:
        """Of the oldest turn that is there, in Hanoi."""
        with self._store.reading() as session:
            at = session.scalar(select(TurnLog.at).order_by(TurnLog.at).limit(1))
        return at.astimezone(HANOI).date() if at else None

    def _notes(self, period: Period, today: date, empty: bool) -> list[str]:
        notes = []
        if empty:
            notes.append(f"Không có câu hỏi hay cuộc gọi nào trong kỳ {period}.")
        kept_from = today - self._kept
        if period.first < kept_from:
            notes.append(
                f"Nhật ký chỉ giữ {self._kept.days} ngày: phần kỳ trước ngày "
                f"{kept_from:%d/%m/%Y} có thể đã được xóa và không còn tính được."
            )
        if period.last >= today:
            notes.append("Kỳ này gồm cả hôm nay, là ngày chưa hết.")
        return notes


def _made_up(session: Session) -> bool:
    turn = exists().where(TurnLog.turn_id >= DEMO, TurnLog.turn_id < f"{DEMO}~")
    call = exists().where(CallRecord.call >= DEMO, CallRecord.call < f"{DEMO}~")
    return bool(session.scalar(select(turn | call))) or any_made_up(session)
