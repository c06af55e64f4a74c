"""How many failed look-ups are allowed, counted in sliding windows from their records."""

from __future__ import annotations

from datetime import datetime, timedelta

from limits import parse_many
from sqlalchemy import bindparam, select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import InstrumentedAttribute

from bot.cases.tables import CaseLookup


class Limit:
    """The failures of one code, or of one caller, that its rules allow.

    Args:
        column: of `CaseLookup`, what is counted by.
        rule: such as "5/hour;10/day"; empty is no limit.
    """

    def __init__(self, column: InstrumentedAttribute[str], rule: str) -> None:
        self._rules = parse_many(rule) if rule else []
        if self._rules:
            self._longest = timedelta(seconds=max(one.get_expiry() for one in self._rules))
            self._newest = (
                select(CaseLookup.at)
                .where(column == bindparam("who"), CaseLookup.failed)
                .where(CaseLookup.at > bindparam("since"))
                .order_by(CaseLookup.at.desc())
                .limit(max(one.amount for one in self._rules))
            )

    def free_at(self, connection: Connection, who: str, at: datetime) -> datetime:
        """When `who` may be tried again; `at` when it may be now."""
        if not self._rules:
            return at
        since = at - self._longest
        failures = connection.scalars(self._newest, {"who": who, "since": since}).all()
        ends = [
            failures[rule.amount - 1] + timedelta(seconds=rule.get_expiry())
            for rule in self._rules
            if len(failures) >= rule.amount
        ]
        return max(at, *ends) if ends else at
