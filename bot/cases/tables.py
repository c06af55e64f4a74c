"""Tables of the registry and of the look-ups. No name, address or number of a person is in them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.store import Base, UtcDateTime


class CaseRecord(Base):
    """One case of the local registry; `record` is a `bot.cases.model.Case` as JSON."""

    __tablename__ = "case_record"
    __table_args__ = (
        Index("ix_case_record_owner_opened", "owner", "opened"),
        Index("ix_case_record_state_due", "state", "due"),
    )

    code: Mapped[str] = mapped_column(String(48), primary_key=True)
    procedure: Mapped[str | None] = mapped_column(String(16))
    phone_proof: Mapped[str | None] = mapped_column(String(64))  # keyed hashes, see proofs.py
    cccd_proof: Mapped[str | None] = mapped_column(String(64))
    owner: Mapped[str | None] = mapped_column(String(64))
    opened: Mapped[date | None]  # the day in its code: a person's cases are told newest first
    state: Mapped[int | None]  # as in the record; with it and `due` cases to urge are found
    due: Mapped[date | None]  # never later than `bot.cases.derive` counts
    demo: Mapped[bool]
    record: Mapped[str] = mapped_column(Text)


class CaseLookup(Base):
    """One look-up: the audit record, and what the lock-out counts.

    `outcome` is "begun" until it is known; a process that dies leaves it so. `failed` are the
    look-ups that count against the code and the caller.
    """

    __tablename__ = "case_lookup"
    __table_args__ = (
        Index("ix_case_lookup_code_failed_at", "code", "failed", "at"),
        Index("ix_case_lookup_caller_failed_at", "caller", "failed", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    channel: Mapped[str] = mapped_column(String(16))
    caller: Mapped[str] = mapped_column(String(64))  # keyed hashes, both
    code: Mapped[str] = mapped_column(String(64))
    outcome: Mapped[str] = mapped_column(String(16))
    failed: Mapped[bool]
