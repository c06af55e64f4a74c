"""What the groups of figures are counted from, read once for one period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.catalogue.model import Procedure
from bot.clock import HANOI
from bot.insight.columns import Turns
from bot.insight.period import Period
from bot.insight.tables import CallRecord


@dataclass(frozen=True)
class Call:
    """`at` is Hanoi's time; `caller` falls back on the call itself where no number was shown."""

    at: datetime
    caller: str
    seconds: float | None
    outcome: str | None


@dataclass(frozen=True)
class Sources:
    session: Session
    period: Period
    today: date
    turns: Turns
    procedures: Mapping[str, Procedure]

    @cached_property
    def calls(self) -> list[Call]:
        query = select(
            CallRecord.at, CallRecord.caller, CallRecord.call, CallRecord.seconds,
            CallRecord.outcome,
        ).where(CallRecord.at >= self.period.start, CallRecord.at < self.period.end)  # fmt: skip
        rows = self.session.connection().execute(query)
        return [
            Call(at.astimezone(HANOI), caller or f"call {call}", seconds, outcome)
            for at, caller, call, seconds, outcome in rows
        ]
