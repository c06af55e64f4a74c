"""How much room the registry takes."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, text


def megabytes(engine: Engine) -> float:
    """Of the SQLite file with its log, or of the table and its indexes on PostgreSQL."""
    if engine.dialect.name == "sqlite":
        path = Path(engine.url.database or "")
        return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*")) / 1e6
    with engine.connect() as connection:
        asked = text("SELECT pg_total_relation_size('case_record')")
        return float(connection.execute(asked).scalar_one()) / 1e6
