"""A PostgreSQL for tests, where MOTCUA_TEST_DATABASE_URL names one."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import create_engine, make_url, text

ADDRESS = os.environ.get("MOTCUA_TEST_DATABASE_URL", "")


@contextmanager
def chosen() -> Iterator[str]:
    """A schema of the test's own where a server is named, else "": SQLite in the state's folder."""
    if not ADDRESS:
        yield ""
        return
    with own_schema() as url:
        yield url


@contextmanager
def own_schema() -> Iterator[str]:
    """Address of a schema of the test's own; without a server the test is skipped."""
    if not ADDRESS:
        pytest.skip("MOTCUA_TEST_DATABASE_URL names no PostgreSQL (docs/web.md#postgresql)")
    url, schema = make_url(ADDRESS), f"test_{secrets.token_hex(8)}"
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
        own = url.update_query_dict({"options": f"-csearch_path={schema}"})
        yield own.render_as_string(hide_password=False)
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    admin.dispose()
