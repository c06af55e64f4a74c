"""Signed-in browsers: opened with a new token, ended by silence, by age, or on request."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.keyed import Keyed
from bot.staff import audit
from bot.staff.roles import RIGHTS, May, Role
from bot.staff.tables import StaffAccount, StaffSession
from bot.store import Store, now

TOUCH_EVERY = timedelta(minutes=1)  # not each page is worth a write


@dataclass(frozen=True)
class Me:
    """Who is signed in. `name` is shown; `csrf` goes with every form and call of this session."""

    id: int
    name: str
    login: str
    role: Role
    csrf: str = field(repr=False)
    has_password: bool
    must_change: bool = False  # the password, before anything else

    def may(self, right: May) -> bool:
        return right in RIGHTS[self.role]


class StaffSessions:
    """Blocking calls.

    Args:
        idle: a session ends after this much silence.
        longest: and so long after signing in, whatever happens.
    """

    def __init__(self, store: Store, keyed: Keyed, idle: timedelta, longest: timedelta) -> None:
        self._store = store
        self._keyed = keyed
        self._idle = idle
        self._longest = longest

    def open(self, account: int, how: str, *, must_change: bool = False) -> str:
        """A new token for the browser's cookie; `how` goes into the audit log."""
        token = secrets.token_urlsafe(32)
        at = now()
        row = StaffSession(
            token_hash=self._hash(token), account_id=account, opened_at=at, seen_at=at,
            must_change=must_change,
        )  # fmt: skip
        with self._store.writing() as session:
            session.add(row)
            audit.note(session, account, "sign-in", detail={"how": how})
        return token

    def find(self, token: str, *, touch: bool) -> Me | None:
        """Whose token it is, as the account is now; None when it has ended or was never given.

        Args:
            touch: a person did something: the silence begins anew.
        """
        query = (
            select(StaffSession, StaffAccount)
            .join(StaffAccount)
            .where(StaffSession.token_hash == self._hash(token), StaffAccount.active)
            .where(StaffSession.seen_at > now() - self._idle)
            .where(StaffSession.opened_at > now() - self._longest)
        )
        with self._store.reading() as session:
            row = session.execute(query).one_or_none()
        if row is None:
            return None
        opened, account = row
        if touch and opened.seen_at < now() - TOUCH_EVERY:
            self._touch(opened.id)
        csrf = self._keyed.digest("staff-csrf", token)
        role = Role(account.role)
        has_password = account.password is not None
        return Me(
            account.id, account.name, account.login, role, csrf, has_password, opened.must_change
        )

    def end(self, token: str) -> None:
        """Sign out; an unknown token is none."""
        with self._store.writing() as session:
            mine = StaffSession.token_hash == self._hash(token)
            row = session.scalar(select(StaffSession).where(mine))
            if row is not None:
                audit.note(session, row.account_id, "sign-out")
                session.delete(row)

    def _touch(self, number: int) -> None:
        with self._store.writing() as session:
            mine = StaffSession.id == number
            session.execute(update(StaffSession).where(mine).values(seen_at=now()))

    def _hash(self, token: str) -> str:
        return self._keyed.digest("staff-session", token)


def end_all(session: Session, account: int) -> None:
    """End every session of one account, in the caller's transaction."""
    session.execute(delete(StaffSession).where(StaffSession.account_id == account))


def ended(idle: timedelta, longest: timedelta) -> tuple[datetime, datetime]:
    """Sessions last seen, or opened, before these are over."""
    return now() - idle, now() - longest
