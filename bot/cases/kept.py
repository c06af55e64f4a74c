"""The audit records of look-ups as a kind of kept data: whose rows, and for how long."""

from __future__ import annotations

from datetime import timedelta

from limits import parse_many

from bot.cases.lockout import caller_hash
from bot.cases.tables import CaseLookup
from bot.keyed import Keyed
from bot.privacy.kinds import Counts, Names, Rows
from bot.privacy.rows import count, delete_all, read
from bot.store import Store, now


class LookUps:
    """Kept when their conversation is deleted: the lock-out counts them, so who could delete them
    could guess on. Whose they were is in no record then: `caller` is the hash of a random name that
    exists no more.

    Args:
        days: how long a record is kept; longer when a rule counts back further.
        rules: of the lock-out.
    """

    def __init__(self, store: Store, keyed: Keyed, days: float, rules: list[str]) -> None:
        self._store = store
        self._keyed = keyed
        counted = [one.get_expiry() for rule in rules if rule for one in parse_many(rule)]
        self._kept = max(timedelta(days=days), *(timedelta(seconds=each) for each in counted))

    def export(self, names: Names) -> Rows:
        mine = CaseLookup.caller == caller_hash(self._keyed, names.sender)
        return {"case_lookup": read(self._store, CaseLookup.id, mine)}

    def delete(self, names: Names) -> Counts:
        return {}

    def expire(self, *, dry: bool) -> Counts:
        end = count if dry else delete_all
        return {"case_lookup": end(self._store, CaseLookup.id, CaseLookup.at < now() - self._kept)}
