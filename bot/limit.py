"""How many failures are allowed, counted in sliding windows from their rows in the database."""

from __future__ import annotations

from datetime import datetime, timedelta

from limits import parse_many
from sqlalchemy import bindparam, select, text
from sqlalchemy.engine import Connection
from sqlalchemy.orm import InstrumentedAttribute


class Limit:
    """The failures of one subject that its rules allow.

    Args:
        at, failed: columns of the table of tries.
        subject: the column that is counted by.
        rule: such as "5/hour;10/day"; empty is no limit.
    """

    def __init__(
        self,
        at: InstrumentedAttribute[datetime],
        failed: InstrumentedAttribute[bool],
        subject: InstrumentedAttribute[str],
        rule: str,
    ) -> None:
        self._rules = parse_many(rule) if rule else []
        if self._rules:
            self._longest = timedelta(seconds=max(one.get_expiry() for one in self._rules))
            self._newest = (
                select(at)
                .where(subject == bindparam("who"), failed)
                .where(at > bindparam("since"))
                .order_by(at.desc())
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


def one_at_a_time(connection: Connection, *subjects: str) -> None:
    """On PostgreSQL, let tries of one subject count one after another.

    On SQLite a writing transaction is alone anyway.

    Args:
        subjects: keyed hashes (`bot.keyed`).
    """
    if connection.dialect.name != "postgresql":
        return
    for subject in sorted(subjects):  # in one order, so that no two wait for each other
        key = int(subject[:16], 16) - 2**63  # PostgreSQL's are signed
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})
