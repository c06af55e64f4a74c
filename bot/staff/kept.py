"""What is kept of staff: nothing of a conversation is in it, but it has its end too."""

from __future__ import annotations

from datetime import timedelta

from limits import parse_many

from bot.privacy.kinds import Counts, Nobodys
from bot.privacy.rows import count, delete_all
from bot.staff.sessions import ended
from bot.staff.tables import StaffAct, StaffSession, StaffTry
from bot.store import Store, now


class KeptOfStaff(Nobodys):
    """Sessions until they are over, tries while the lock-out counts them, the audit log.

    Args:
        idle, longest: as of the sessions.
        rules: of the lock-out.
        audit_days: how long the audit log is kept.
    """

    def __init__(
        self,
        store: Store,
        idle: timedelta,
        longest: timedelta,
        rules: list[str],
        audit_days: float,
    ) -> None:
        self._store = store
        self._lives = idle, longest
        counted = [one.get_expiry() for rule in rules if rule for one in parse_many(rule)]
        self._counted = timedelta(seconds=max(counted, default=0))
        self._audited = timedelta(days=audit_days)

    def expire(self, *, dry: bool) -> Counts:
        end = count if dry else delete_all
        seen, opened = ended(*self._lives)
        over = (StaffSession.seen_at < seen) | (StaffSession.opened_at < opened)
        return {
            "staff_session": end(self._store, StaffSession.id, over),
            "staff_try": end(self._store, StaffTry.id, StaffTry.at < now() - self._counted),
            "staff_audit": end(self._store, StaffAct.id, StaffAct.at < now() - self._audited),
        }
