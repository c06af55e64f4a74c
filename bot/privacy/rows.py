"""Rows of a table that belong together: read as JSON, or deleted a few at a time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, inspect, select
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import InstrumentedAttribute

from bot.store import Store

STEP = 500  # rows of one transaction: a long one would keep everybody else waiting

Key = InstrumentedAttribute[int]  # a table's primary key


def read(store: Store, key: Key, mine: ColumnElement[bool]) -> list[dict[str, Any]]:
    """The rows that `mine` is true of, oldest first; times in ISO form."""
    columns = inspect(key.class_).columns
    with store.reading() as session:
        rows = session.execute(select(*columns).where(mine).order_by(key)).all()
    return [dict(zip(columns.keys(), map(_plain, row), strict=True)) for row in rows]


def count(store: Store, key: Key, past: ColumnElement[bool]) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count(key)).where(past)) or 0


def delete_all(store: Store, key: Key, past: ColumnElement[bool]) -> int:
    """Delete the rows that `past` is true of, STEP at a time; how many there were."""
    some = delete(key.class_).where(key.in_(select(key).where(past).limit(STEP)))
    some = some.execution_options(synchronize_session=False)
    gone, last = 0, STEP
    while last == STEP:
        with store.writing() as session:
            done: CursorResult[Any] = session.execute(some)  # type: ignore[assignment]
            last = done.rowcount
        gone += last
    return gone


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
