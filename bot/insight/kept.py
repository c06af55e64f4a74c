"""The turn log and the calls as kinds of kept data: whose rows, and for how long."""

from __future__ import annotations

from datetime import timedelta

from bot.insight.tables import CallRecord, TurnLog
from bot.privacy.kinds import Counts, Names, Rows
from bot.privacy.rows import count, delete_all, read
from bot.store import Store, now


class TurnLogs:
    """It outlives the conversations, and then nobody can tell whose a row was.

    Args:
        days: how long a row is kept.
    """

    def __init__(self, store: Store, days: float) -> None:
        self._store = store
        self._kept = timedelta(days=days)

    def export(self, names: Names) -> Rows:
        mine = TurnLog.turn_id.in_(names.turns)
        return {"turn_log": read(self._store, TurnLog.id, mine)}

    def delete(self, names: Names) -> Counts:
        mine = TurnLog.turn_id.in_(names.turns)
        return {"turn_log": delete_all(self._store, TurnLog.id, mine)}

    def expire(self, *, dry: bool) -> Counts:
        end = count if dry else delete_all
        return {"turn_log": end(self._store, TurnLog.id, TurnLog.at < now() - self._kept)}


class CallRecords:
    """
    Args:
        days: how long a record is kept.
    """

    def __init__(self, store: Store, days: float) -> None:
        self._store = store
        self._kept = timedelta(days=days)

    def export(self, names: Names) -> Rows:
        return {"call_record": read(self._store, CallRecord.id, CallRecord.sender == names.sender)}

    def delete(self, names: Names) -> Counts:
        mine = CallRecord.sender == names.sender
        return {"call_record": delete_all(self._store, CallRecord.id, mine)}

    def expire(self, *, dry: bool) -> Counts:
        end = count if dry else delete_all
        past = CallRecord.at < now() - self._kept
        return {"call_record": end(self._store, CallRecord.id, past)}
