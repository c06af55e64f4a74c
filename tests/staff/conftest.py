"""Accounts over each test's own database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.keyed import Keyed
from bot.settings import Settings
from bot.staff.roles import Role
from bot.staff.service import Staff, open_staff
from bot.store import Store, migrate
from tests.postgresql import chosen

GOOD = "một mật khẩu dài"


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    with chosen() as url:
        yield Settings(var_dir=tmp_path, database_url=url, staff_lock_login="3/15 minute")


@pytest.fixture
def staff(settings: Settings) -> Iterator[Staff]:
    migrate(settings.database)
    store = Store(settings.database)
    yield open_staff(settings, store, Keyed(b"a key for tests"))
    store.close()


@pytest.fixture
def adviser(staff: Staff) -> str:
    return staff.accounts.add(None, "lan", "Lan (mẫu)", Role.ADVISER, password=GOOD).login
