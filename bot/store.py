"""The one database: engine, sessions, schema upgrade. Tables live with their owners."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from sqlalchemy import DateTime, Engine, create_engine, event, make_url
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

from bot.private import private_file
from bot.settings import settings

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
BUSY_TIMEOUT_MS = 5000
POSTGRESQL_WAITS = {"connect_timeout": "5", "tcp_user_timeout": "10000"}  # libpq: s and ms
MIGRATE_WITHIN_S = 60.0


class StoreProblem(Exception):
    """One sentence for the person who keeps the service, with the remedy in it."""


class Base(DeclarativeBase):
    """Parent of every table, so that one Alembic history sees them all."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC time on every database (SQLite itself forgets the zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo:
            return value
        return value.replace(tzinfo=UTC)


def now() -> datetime:
    return datetime.now(UTC)


class Store:
    """Opens short transactions; keeps the connection pool."""

    def __init__(self, url: str) -> None:
        self.engine = open_engine(url)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that commits, or rolls back on an exception."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that doesn't hold SQLite's only write lock."""
        engine = self.engine.execution_options(reads_only=True)
        with Session(engine, expire_on_commit=False) as session:
            yield session

    def close(self) -> None:
        self.engine.dispose()


def open_engine(url: str) -> Engine:
    """Engine for `url`, with a limit on every wait; a SQLite file gets its folder and WAL.

    A SQLite file is for its owner only: SQLite gives its other files the same rights.

    Its errors hide their parameters: a log must not hold what a citizen wrote.

    Raises:
        StoreProblem: the driver that `url` names is not installed.
    """
    parsed = make_url(url)
    name = parsed.get_backend_name()
    common = {"hide_parameters": True, "pool_timeout": BUSY_TIMEOUT_MS / 1000}
    if name == "sqlite":
        if parsed.database and not parsed.database.startswith((":memory:", "file:")):
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
            private_file(Path(parsed.database))
        engine = create_engine(url, pool_size=8, max_overflow=32, **common)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if name == "postgresql":
        parsed = parsed.update_query_dict(POSTGRESQL_WAITS | dict(parsed.query))
    try:
        engine = create_engine(parsed, pool_pre_ping=True, **common)
    except ModuleNotFoundError as error:
        raise StoreProblem(
            f"The database address needs {error.name}, which is not installed: install it "
            "beside the application, or name another driver (postgresql+DRIVER://…)."
        ) from None
    if name == "postgresql":
        event.listen(engine, "connect", _prepare_postgresql)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver leaves BEGIN to us
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "foreign_keys=ON",
        "secure_delete=ON",  # what is deleted is written over, not only given free
        "temp_store=MEMORY",  # and was in no other file meanwhile
    ):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_postgresql(connection: Any, _record: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = {BUSY_TIMEOUT_MS}")
    connection.commit()


def _begin_sqlite(connection: Connection) -> None:
    # Taking the write lock at once avoids the "database is locked" of a read turned write.
    only_reads = connection.get_execution_options().get("reads_only")
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")


def migrate(url: str | None = None) -> None:
    """Upgrade the schema to the newest version; several processes may call it at once.

    Raises:
        StoreProblem: the database can't be reached, or another process did not finish its upgrade
            within MIGRATE_WITHIN_S.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["url"] = url or settings().database
    lock = settings().var_dir / "migrate.lock"  # for this machine; env.py has one for several
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        _lock(handle)
        try:
            command.upgrade(config, "head")
        except OperationalError as error:
            shown = make_url(config.attributes["url"]).render_as_string()
            raise StoreProblem(
                f"The database {shown} could not be opened and upgraded within its time limits: "
                f"see that it runs and that nothing holds it, then start again ({error.orig})."
            ) from error


def _lock(handle: IO[str]) -> None:
    end = time.monotonic() + MIGRATE_WITHIN_S
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > end:
                raise StoreProblem(
                    "Another process has been upgrading the database for more than "
                    f"{MIGRATE_WITHIN_S:.0f} s: end the one that `fuser {handle.name}` names, "
                    "then start again."
                ) from None
        time.sleep(0.1)
