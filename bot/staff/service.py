"""Everything about staff, opened from the settings; signing in by password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.keyed import Keyed
from bot.settings import Settings
from bot.staff import audit
from bot.staff.accounts import Account, Accounts
from bot.staff.kept import KeptOfStaff
from bot.staff.sessions import StaffSessions
from bot.staff.tries import Tries
from bot.store import Store


class Refused(Exception):
    """Wrong login or wrong password: never said which."""


@dataclass(frozen=True)
class Staff:
    """Blocking calls, over a database whose schema is up to date."""

    store: Store
    accounts: Accounts
    sessions: StaffSessions
    tries: Tries

    def sign_in(self, login: str, password: str, address: str) -> str:
        """A new session's token.

        Raises:
            Locked, Refused: as `prove`.
        """
        account = self.prove(login, password, address)
        return self.sessions.open(account.id, "password", must_change=account.must_change)

    def prove(self, login: str, password: str, address: str) -> Account:
        """Whose login and password it is. Takes the time of one argon2 hash, whoever it is.

        Raises:
            Locked: tried too often; then the password is not even looked at.
            Refused
        """
        number = self.tries.begin(login, address)
        account = self.accounts.matching(login, password)
        if account is None:
            with self.store.writing() as session:  # what was typed may be a password: not kept
                audit.note(session, None, "sign-in-refused")
            raise Refused
        self.tries.succeeded(number)
        return account


def open_staff(settings: Settings, store: Store, keyed: Keyed) -> Staff:
    return Staff(
        store,
        Accounts(store),
        StaffSessions(store, keyed, *_lives(settings)),
        Tries(store, keyed, settings.staff_lock_login, settings.staff_lock_address),
    )


def kept_of_staff(settings: Settings, store: Store) -> KeptOfStaff:
    rules = [settings.staff_lock_login, settings.staff_lock_address]
    return KeptOfStaff(store, *_lives(settings), rules, settings.staff_audit_days)


def _lives(settings: Settings) -> tuple[timedelta, timedelta]:
    """After so much silence, and so long after signing in, a session is over."""
    return timedelta(minutes=settings.staff_idle_min), timedelta(hours=settings.staff_longest_hours)
