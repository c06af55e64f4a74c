"""Members of staff for tests."""

from __future__ import annotations

from bot.staff.accounts import Account, Accounts
from bot.staff.roles import Role


def settled(accounts: Accounts, login: str, name: str, role: Role, password: str) -> Account:
    """An account whose person has chosen the password: nothing has to be changed first."""
    account = accounts.add(None, login, name, role, password=password)
    accounts.set_password(account.id, login, password)
    return account
