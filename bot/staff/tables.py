"""Accounts, sessions, tries to sign in, and the audit log."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store import Base, UtcDateTime


class StaffAccount(Base):
    """One who may sign in. Accounts are deactivated, never deleted: the audit log names them."""

    __tablename__ = "staff_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(16))
    password: Mapped[str | None] = mapped_column(String(200))  # argon2; None: by OpenID alone
    subject: Mapped[str | None] = mapped_column(String(255), unique=True)  # at the OpenID issuer
    must_change: Mapped[bool] = mapped_column(default=False)  # somebody else chose the password
    active: Mapped[bool]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class StaffSession(Base):
    """One signed-in browser; only a keyed hash of its cookie is here."""

    __tablename__ = "staff_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("staff_account.id"), index=True)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    must_change: Mapped[bool] = mapped_column(default=False)  # signed in by such a password


class StaffTry(Base):
    """One try to sign in by password: what the lock-out counts. Both names are keyed hashes."""

    __tablename__ = "staff_try"
    __table_args__ = (
        Index("ix_staff_try_login_failed_at", "login", "failed", "at"),
        Index("ix_staff_try_address_failed_at", "address", "failed", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    login: Mapped[str] = mapped_column(String(64))
    address: Mapped[str] = mapped_column(String(64))
    failed: Mapped[bool]


class StaffAct(Base):
    """One line of the audit log."""

    __tablename__ = "staff_audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    who: Mapped[int | None] = mapped_column(ForeignKey("staff_account.id"))  # None: the terminal
    act: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(120))
    detail: Mapped[dict[str, Any] | None] = mapped_column(JSON)
