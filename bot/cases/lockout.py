"""The audit record of every look-up, and from it who has guessed too often.

Both are one table in the database, so that restarts and other processes change nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, update

from bot.cases.tables import CaseLookup
from bot.keyed import Keyed
from bot.limit import Limit, one_at_a_time
from bot.store import Store, now

_WRITE = insert(CaseLookup).returning(CaseLookup.id)
_END = (
    update(CaseLookup)
    .where(CaseLookup.id == bindparam("number"))
    .values(outcome=bindparam("went"), failed=bindparam("counts"))
)


@dataclass(frozen=True)
class Ticket:
    """Leave to try once; `number` is the row of the audit record."""

    number: int


@dataclass(frozen=True)
class LockedUntil:
    """Too many failures; the first moment at which one more try is free."""

    until: datetime


class Lockout:
    """Failures count in sliding windows, per code and per caller.

    Args:
        code_rule, caller_rule: such as "5/hour;10/day"; empty is no limit.
    """

    def __init__(self, store: Store, keyed: Keyed, code_rule: str, caller_rule: str) -> None:
        self._store = store
        self._keyed = keyed
        at, failed = CaseLookup.at, CaseLookup.failed
        self._per_code = Limit(at, failed, CaseLookup.code, code_rule)
        self._per_caller = Limit(at, failed, CaseLookup.caller, caller_rule)

    def begin(self, code: str, caller: str, channel: str) -> Ticket | LockedUntil:
        """Take one try, written down as failed until `end` says otherwise.

        It is counted before it is made: two processes cannot share the last try.
        """
        code_hash, caller_hash = self._hashes(code, caller)
        with self._store.writing() as session:
            connection = session.connection()
            one_at_a_time(connection, code_hash, caller_hash)
            at = now()
            until = max(
                self._per_code.free_at(connection, code_hash, at),
                self._per_caller.free_at(connection, caller_hash, at),
            )
            locked = until > at
            row = {
                "at": at,
                "channel": channel[:16],
                "caller": caller_hash,
                "code": code_hash,
                "outcome": "locked" if locked else "begun",
                "failed": not locked,
            }
            number = connection.execute(_WRITE, row).scalar_one()
        return LockedUntil(until) if locked else Ticket(number)

    def end(self, ticket: Ticket, outcome: str, *, failed: bool) -> None:
        """Write down how it went; a try that did not fail counts no longer."""
        row = {"number": ticket.number, "went": outcome, "counts": failed}
        with self._store.writing() as session:
            session.connection().execute(_END, row)

    def note(self, asked: str, caller: str, channel: str, outcome: str) -> None:
        """Write down a look-up without a proof: a code by staff, or all cases of one person."""
        asked_hash, caller_hash = self._hashes(asked, caller)
        with self._store.writing() as session:
            session.add(
                CaseLookup(
                    at=now(),
                    channel=channel[:16],
                    caller=caller_hash,
                    code=asked_hash,
                    outcome=outcome,
                    failed=False,
                )
            )

    def _hashes(self, code: str, caller: str) -> tuple[str, str]:
        return self._keyed.digest("case-code", code), caller_hash(self._keyed, caller)


def caller_hash(keyed: Keyed, caller: str) -> str:
    """What stands for a caller in the records."""
    return keyed.digest("case-caller", caller)
