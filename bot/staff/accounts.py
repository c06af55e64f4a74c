"""Accounts of staff: added, changed, deactivated; each act leaves its line in the audit log."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.staff import audit
from bot.staff.passwords import hashed, matches
from bot.staff.roles import RIGHTS, May, Role
from bot.staff.sessions import end_all
from bot.staff.tables import StaffAccount
from bot.store import Store, now
from bot.text.redact import redact

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,63}")


class AccountProblem(Exception):
    """One Vietnamese sentence for the person who keeps the accounts."""


@dataclass(frozen=True)
class Account:
    id: int
    login: str
    name: str
    role: Role
    active: bool
    subject: str | None
    has_password: bool
    must_change: bool  # the password, which somebody else chose


class Accounts:
    """Blocking calls. `who` is the number of the account that acts; None: the terminal."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Account]:
        """By login."""
        with self._store.reading() as session:
            rows = session.scalars(select(StaffAccount).order_by(StaffAccount.login))
            return [_account(row) for row in rows]

    def add(
        self,
        who: int | None,
        login: str,
        name: str,
        role: Role,
        *,
        password: str | None = None,
        subject: str | None = None,
    ) -> Account:
        """
        Args:
            password, subject: one of them at least; the subject is who it is at the OpenID issuer.
                The password has to be changed at the first sign-in by it.

        Raises:
            AccountProblem, TooWeak
        """
        login, name = folded(login), " ".join(name.split())[:120]
        if not _LOGIN.fullmatch(login):
            raise AccountProblem(
                "Tên đăng nhập gồm 2 đến 64 ký tự: chữ thường không dấu, số, dấu chấm, gạch."
            )
        if not name:
            raise AccountProblem("Tài khoản cần có tên hiển thị.")
        if redact(login) != login or redact(name) != name:
            raise AccountProblem(
                "Tên đăng nhập, tên hiển thị không được chứa số giấy tờ, điện thoại, thư điện tử."
            )
        if not password and not subject:
            raise AccountProblem("Tài khoản cần mật khẩu hoặc mã đăng nhập một lần (OpenID).")
        row = StaffAccount(
            login=login,
            name=name,
            role=role,
            password=hashed(password) if password else None,
            must_change=password is not None,
            subject=subject or None,
            active=True,
            created_at=now(),
        )
        try:
            with self._store.writing() as session:
                session.add(row)
                session.flush()
                audit.note(session, who, "account-add", login, {"role": str(role)})
        except IntegrityError:
            raise AccountProblem(f"Đã có tài khoản {login} hoặc mã OpenID này.") from None
        return _account(row)

    def change_role(self, who: int | None, login: str, role: Role) -> None:
        """
        Raises:
            AccountProblem: unknown, or the last admin.
        """
        with self._store.writing() as session:
            row = _found(session, login)
            if row.role == Role.ADMIN and role != Role.ADMIN:
                _not_the_last(session, row)
            audit.note(session, who, "account-role", row.login, {"from": row.role, "to": str(role)})
            row.role = role

    def set_active(self, who: int | None, login: str, active: bool) -> None:
        """A deactivated account's sessions end at once.

        Raises:
            AccountProblem: unknown, or the last admin.
        """
        with self._store.writing() as session:
            row = _found(session, login)
            if not active:
                _not_the_last(session, row)
                end_all(session, row.id)
            row.active = active
            act = "account-activate" if active else "account-deactivate"
            audit.note(session, who, act, row.login)

    def set_password(self, who: int | None, login: str, password: str) -> None:
        """All sessions of the account end. What somebody else chose has to be changed at sign-in.

        Raises:
            AccountProblem: unknown.
            TooWeak
        """
        new = hashed(password)
        with self._store.writing() as session:
            row = _found(session, login)
            row.password, row.must_change = new, who != row.id
            end_all(session, row.id)
            audit.note(session, who, "account-password", row.login)

    def matching(self, login: str, password: str) -> Account | None:
        """The active account with this login and password."""
        with self._store.reading() as session:
            row = session.scalar(select(StaffAccount).where(StaffAccount.login == folded(login)))
        right = matches(password, row.password if row else None)
        return _account(row) if right and row and row.active else None

    def of_subject(self, subject: str) -> Account | None:
        """The active account that the OpenID issuer knows by this name."""
        mine = (StaffAccount.subject == subject) & StaffAccount.active
        with self._store.reading() as session:
            row = session.scalar(select(StaffAccount).where(mine))
            return _account(row) if row else None


def folded(login: str) -> str:
    return login.strip().lower()


def anybody_may(session: Session, right: May, *, but: str = "") -> bool:
    """Whether there is an active account whose role has `right`, other than the login `but`."""
    roles = [role for role, rights in RIGHTS.items() if right in rights]
    found = select(StaffAccount.id).where(
        StaffAccount.active, StaffAccount.role.in_(roles), StaffAccount.login != folded(but)
    )
    return session.scalar(found.limit(1)) is not None


def _found(session: Session, login: str) -> StaffAccount:
    mine = StaffAccount.login == folded(login)
    row = session.scalar(select(StaffAccount).where(mine).with_for_update())
    if row is None:
        raise AccountProblem("Không có tài khoản này.")
    return row


def _not_the_last(session: Session, row: StaffAccount) -> None:
    """Locks all admins: of two who deactivate each other at once, one stays."""
    admins = (StaffAccount.role == Role.ADMIN) & StaffAccount.active
    if row.role != Role.ADMIN or not row.active:
        return
    session.execute(
        select(StaffAccount.id).where(admins).order_by(StaffAccount.id).with_for_update()
    )
    if session.scalar(select(func.count()).select_from(StaffAccount).where(admins)) == 1:
        raise AccountProblem("Đây là quản trị viên cuối cùng: hãy thêm một người khác trước.")


def _account(row: StaffAccount) -> Account:
    return Account(
        row.id, row.login, row.name, Role(row.role), row.active, row.subject,
        bool(row.password), row.must_change,
    )  # fmt: skip
