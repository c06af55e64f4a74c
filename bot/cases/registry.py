"""The local registry: cases that were imported, or made up for trying out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError

from bot.cases.gateway import Found, SourceDown
from bot.cases.model import Case
from bot.cases.proofs import Proofs
from bot.cases.tables import CaseRecord
from bot.store import Store

CHUNK = 500  # rows of one transaction: a long one would keep everybody else waiting
_FIND = select(
    CaseRecord.procedure, CaseRecord.phone_proof, CaseRecord.cccd_proof, CaseRecord.record
).where(CaseRecord.code == bindparam("code"))
_OF_OWNER = (
    select(CaseRecord.record)
    .where(CaseRecord.owner == bindparam("owner"))
    .order_by(CaseRecord.opened.desc(), CaseRecord.code.desc())
    .limit(bindparam("most"))
)


@dataclass(frozen=True)
class Entry:
    """A case and whose it is; only keyed hashes of the numbers are written down.

    Attributes:
        phone, cccd: the last four digits, which prove whose it is.
        owner: the whole personal identification number, where it is known.
    """

    case: Case
    phone: str | None = field(repr=False)
    cccd: str | None = field(repr=False)
    owner: str | None = field(default=None, repr=False)


class Registry:
    """A `CaseGateway` over our own database, which limits its waits itself (`bot.store`)."""

    alike_after_s = 0.0

    def __init__(self, store: Store, proofs: Proofs) -> None:
        self._store = store
        self._proofs = proofs

    def find(self, code: str, within_s: float) -> Found | None:
        try:
            with self._store.reading() as session:
                row = session.connection().execute(_FIND, {"code": code}).first()
        except SQLAlchemyError as error:
            raise SourceDown(f"the registry: {type(error).__name__}") from error
        if row is None:
            return None
        record = row.record
        proofs = (row.phone_proof, row.cccd_proof)
        return Found(row.procedure, proofs, lambda: Case.model_validate_json(record))

    def of_owner(self, owner: str, most: int) -> list[Case]:
        """The newest cases of the person with this keyed hash (`Proofs.owner`), newest first.

        Raises:
            SourceDown: the database did not answer.
            ValueError: a record does not fit the model.
        """
        try:
            with self._store.reading() as session:
                asked = {"owner": owner, "most": most}
                records = session.connection().scalars(_OF_OWNER, asked).all()
        except SQLAlchemyError as error:
            raise SourceDown(f"the registry: {type(error).__name__}") from error
        return [Case.model_validate_json(record) for record in records]

    def put(self, entries: Iterable[Entry]) -> int:
        """Write the cases, each in place of an older one with its code; returns how many.

        Codes must not repeat within CHUNK entries.
        """
        count = 0
        waiting = iter(entries)
        while rows := [self._row(entry) for entry in islice(waiting, CHUNK)]:
            with self._store.writing() as session:
                codes = [row["code"] for row in rows]
                session.execute(delete(CaseRecord).where(CaseRecord.code.in_(codes)))
                session.execute(insert(CaseRecord), rows)
            count += len(rows)
        return count

    def clear_demo(self) -> None:
        with self._store.writing() as session:
            session.execute(delete(CaseRecord).where(CaseRecord.demo))

    def close(self) -> None:
        """The store is its opener's to close."""

    def _row(self, entry: Entry) -> dict[str, Any]:
        case = entry.case
        return {
            "code": case.code,
            "procedure": case.procedure,
            "phone_proof": self._hash(case.code, entry.phone),
            "cccd_proof": self._hash(case.code, entry.cccd),
            "owner": self._proofs.owner(entry.owner) if entry.owner else None,
            "opened": _day_in(case.code),
            "state": case.state,
            "due": case.due or _after_supplement(case),
            "demo": case.demo,
            "record": case.model_dump_json(exclude_defaults=True),
        }

    def _hash(self, code: str, digits: str | None) -> str | None:
        return self._proofs.hash(code, digits) if digits else None


def _day_in(code: str) -> date:
    """The day on which the case was opened: it stands in every canonical code."""
    digits = code.split("-")[1]
    return datetime.strptime(digits, "%Y%m%d" if len(digits) == 8 else "%y%m%d").date()


def _after_supplement(case: Case) -> date | None:
    """Where only a supplement tells a due date: the earliest."""
    return min((one.due_after for one in case.supplements if one.due_after), default=None)
