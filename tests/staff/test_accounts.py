"""Accounts: added, changed, deactivated; the last admin stays."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from bot.staff.accounts import AccountProblem
from bot.staff.audit import newest
from bot.staff.passwords import TooWeak
from bot.staff.roles import RIGHTS, May, Role
from bot.staff.service import Staff
from tests.staff.conftest import GOOD


def test_the_password_is_nowhere_in_the_database(staff: Staff, adviser: str) -> None:
    with staff.store.reading() as session:
        stored = session.execute(text("SELECT password FROM staff_account")).scalar_one()
    assert stored.startswith("$argon2id$")
    assert GOOD not in stored


def test_a_login_is_the_same_however_it_is_typed(staff: Staff, adviser: str) -> None:
    assert staff.accounts.matching(" LAN ", GOOD)
    with pytest.raises(AccountProblem, match="Đã có tài khoản lan"):
        staff.accounts.add(None, "Lan", "Lan khác (mẫu)", Role.EDITOR, password=GOOD)


@pytest.mark.parametrize("login", ["", "a", "có dấu", "a b", "x" * 65, "../x", "a'--"])
def test_an_odd_login_is_refused(staff: Staff, login: str) -> None:
    with pytest.raises(AccountProblem):
        staff.accounts.add(None, login, "Ai đó (mẫu)", Role.ADVISER, password=GOOD)


@pytest.mark.parametrize("password", ["ngắn", "x" * 12, "abababababab", "dài" * 100])
def test_a_weak_or_endless_password_is_refused(staff: Staff, password: str) -> None:
    with pytest.raises(TooWeak):
        staff.accounts.add(None, "minh", "Minh (mẫu)", Role.ADVISER, password=password)


def test_an_account_needs_a_way_to_sign_in(staff: Staff) -> None:
    with pytest.raises(AccountProblem, match="cần mật khẩu"):
        staff.accounts.add(None, "minh", "Minh (mẫu)", Role.ADVISER)


def test_nobody_takes_the_last_admin_away(staff: Staff) -> None:
    staff.accounts.add(None, "an", "An (mẫu)", Role.ADMIN, password=GOOD)
    for act in (
        lambda: staff.accounts.set_active(None, "an", False),
        lambda: staff.accounts.change_role(None, "an", Role.LEAD),
    ):
        with pytest.raises(AccountProblem, match="cuối cùng"):
            act()
    staff.accounts.add(None, "binh", "Bình (mẫu)", Role.ADMIN, password=GOOD)
    staff.accounts.set_active(None, "an", False)
    with pytest.raises(AccountProblem, match="cuối cùng"):
        staff.accounts.change_role(None, "binh", Role.LEAD)


def test_each_act_is_in_the_audit_log_and_a_refused_one_is_not(staff: Staff, adviser: str) -> None:
    staff.accounts.change_role(None, adviser, Role.LEAD)
    staff.accounts.set_active(None, adviser, False)
    with pytest.raises(AccountProblem):
        staff.accounts.set_active(None, "nobody", False)
    acts = [(line.act, line.subject) for line in newest(staff.store, 10)]
    assert acts == [(f"account-{act}", "lan") for act in ("deactivate", "role", "add")]


def test_only_leads_read_complaints_about_officials() -> None:
    assert [role for role in Role if May.READ_COMPLAINTS in RIGHTS[role]] == [Role.LEAD]
    assert all(May.LOOK_UP in RIGHTS[role] for role in Role)
