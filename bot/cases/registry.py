"""The local registry: cases that were imported, or made up for trying out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

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


class Entry(NamedTuple):
    """A case with the digits that prove whose it is; only their hashes are written down."""

    case: Case
    phone: str | None
    cccd: str | None


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

    def _row(self, entry: Entry) -> dict[str, str | bool | None]:
        case = entry.case
        return {
            "code": case.code,
            "procedure": case.procedure,
            "phone_proof": self._hash(case.code, entry.phone),
            "cccd_proof": self._hash(case.code, entry.cccd),
            "demo": case.demo,
            "record": case.model_dump_json(exclude_defaults=True),
        }

    def _hash(self, code: str, digits: str | None) -> str | None:
        return self._proofs.hash(code, digits) if digits else None
