"""Alembic's entry: which tables, which database."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context

from bot.care import tables as care_tables
from bot.cases import tables as case_tables
from bot.channels import tables as web_tables
from bot.inbox import tables as inbox_tables
from bot.insight import tables as insight_tables
from bot.jobs import tables as job_tables
from bot.learning import tables as learning_tables
from bot.notices import tables as notice_tables
from bot.settings import settings
from bot.staff import tables as staff_tables
from bot.store import BUSY_TIMEOUT_MS, MIGRATE_WITHIN_S, Base, UtcDateTime, open_engine

ADVISORY_LOCK = 0x6D6F74637561  # "motcua"; any number that others don't use
TABLES = (
    care_tables,
    case_tables,
    inbox_tables,
    insight_tables,
    job_tables,
    learning_tables,
    notice_tables,
    staff_tables,
    web_tables,
)  # importing them fills Base.metadata


def render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Old migrations must not depend on today's code: write the plain type."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


if context.is_offline_mode():
    raise SystemExit("Migrations run against a database; offline SQL is not kept up.")

engine = open_engine(context.config.attributes.get("url") or settings().database)
with engine.connect() as connection:
    # batch mode: SQLite can't alter a column in place
    context.configure(
        connection, target_metadata=Base.metadata, render_as_batch=True, render_item=render
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            # Processes of several machines may start at once; the lock ends with the transaction.
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(MIGRATE_WITHIN_S * 1000)}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {BUSY_TIMEOUT_MS}")
        context.run_migrations()
engine.dispose()
