"""The log of what staff did: written with the act itself, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.staff.tables import StaffAccount, StaffAct
from bot.store import Store, now


def note(
    session: Session,
    who: int | None,
    act: str,
    subject: str = "",
    detail: dict[str, Any] | None = None,
) -> None:
    """Write one act down in the caller's transaction.

    Args:
        who: an account's number; None: somebody at the terminal.
        act: a short name such as "take-down"; `bot.staff.acts` has its Vietnamese words.
        subject: what it was done to: a code, a number. Never a citizen's words.
        detail: more of the same kind, small and JSON.
    """
    session.add(StaffAct(at=now(), who=who, act=act, subject=subject[:120], detail=detail))


@dataclass(frozen=True)
class Line:
    """One act as the log's page shows it; `login` is None for the terminal."""

    id: int
    at: datetime
    login: str | None
    act: str
    subject: str
    detail: dict[str, Any] | None


def newest(store: Store, limit: int, before: int | None = None) -> list[Line]:
    """The acts before the one numbered `before` (else the last), newest first."""
    query = (
        select(StaffAct, StaffAccount.login)
        .join(StaffAccount, isouter=True)
        .order_by(StaffAct.id.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(StaffAct.id < before)
    with store.reading() as session:
        return [
            Line(row.id, row.at, login, row.act, row.subject, row.detail)
            for row, login in session.execute(query)
        ]
