"""Who has tried to sign in too often: counted by login and by address, in the database."""

from __future__ import annotations

from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network

from sqlalchemy import update

from bot.keyed import Keyed
from bot.limit import Limit, one_at_a_time
from bot.staff.accounts import folded
from bot.staff.tables import StaffTry
from bot.store import Store, now


class Locked(Exception):
    """Too many failures; `until` is the first moment at which one more try is free."""

    def __init__(self, until: datetime) -> None:
        super().__init__("locked")
        self.until = until


class Tries:
    """A login is counted whether it exists or not: the lock tells nobody which do.

    Args:
        login_rule, address_rule: such as "10/15 minute"; empty is no limit.
    """

    def __init__(self, store: Store, keyed: Keyed, login_rule: str, address_rule: str) -> None:
        self._store = store
        self._keyed = keyed
        at, failed = StaffTry.at, StaffTry.failed
        self._per_login = Limit(at, failed, StaffTry.login, login_rule)
        self._per_address = Limit(at, failed, StaffTry.address, address_rule)

    def begin(self, login: str, address: str) -> int:
        """Take one try, written down as failed until `succeeded`: nobody shares the last one.

        Raises:
            Locked
        """
        by_login = self._keyed.digest("staff-login", folded(login))
        by_address = self._keyed.digest("staff-address", _line(address))
        with self._store.writing() as session:
            connection = session.connection()
            one_at_a_time(connection, by_login, by_address)
            at = now()
            until = max(
                self._per_login.free_at(connection, by_login, at),
                self._per_address.free_at(connection, by_address, at),
            )
            if until > at:
                raise Locked(until)
            row = StaffTry(at=at, login=by_login, address=by_address, failed=True)
            session.add(row)
            session.flush()
            return row.id

    def succeeded(self, number: int) -> None:
        """It counts no longer."""
        with self._store.writing() as session:
            session.execute(update(StaffTry).where(StaffTry.id == number).values(failed=False))


def _line(address: str) -> str:
    """Whose line it is: one subscriber has 2⁶⁴ addresses of IPv6, and would have as many tries."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address  # no network tells who it is
    if not isinstance(ip, IPv6Address):
        return address
    return str(ip.ipv4_mapped or ip_network((ip, 64), strict=False))
