"""Signing in by password, the lock-out, and the end of a session."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from bot.settings import Settings
from bot.staff.roles import Role
from bot.staff.service import Refused, Staff, kept_of_staff
from bot.staff.tries import Locked
from bot.store import now
from tests.staff.conftest import GOOD

HERE = "192.0.2.1"


def test_each_sign_in_has_a_token_of_its_own(staff: Staff, adviser: str) -> None:
    first, second = (staff.sign_in(adviser, GOOD, HERE) for _ in range(2))
    assert first != second
    me = staff.sessions.find(first, touch=False)
    assert me
    assert (me.login, me.role) == ("lan", Role.ADVISER)
    other = staff.sessions.find(second, touch=False)
    assert other
    assert other.csrf != me.csrf


@pytest.mark.parametrize("login", ["lan", "nobody-of-this-name"])
def test_the_lock_out_says_nothing_about_which_logins_exist(
    staff: Staff, adviser: str, login: str
) -> None:
    for _ in range(3):
        with pytest.raises(Refused):
            staff.sign_in(login, "sai", HERE)
    with pytest.raises(Locked) as locked:
        staff.sign_in(login, GOOD, "192.0.2.2")  # from elsewhere too, and with the right password
    later = locked.value.until + timedelta(seconds=1)
    with time_machine.travel(later, tick=False), pytest.raises(Refused):
        staff.sign_in(login, "sai", HERE)


def test_an_address_is_locked_whatever_logins_it_tries(settings: Settings, staff: Staff) -> None:
    for n in range(50):
        staff.tries.begin(f"login{n}", HERE)
    with pytest.raises(Locked):
        staff.tries.begin("another", HERE)
    staff.tries.begin("another", "192.0.2.2")


@pytest.mark.parametrize("mapped", ["", "::ffff:"])
def test_one_subscribers_addresses_count_as_one(staff: Staff, mapped: str) -> None:
    for n in range(50):
        staff.tries.begin(f"login{n}", f"2001:db8:1:2::{n:x}")
    with pytest.raises(Locked):
        staff.tries.begin("another", "2001:db8:1:2:ffff::1")
    staff.tries.begin("another", "2001:db8:1:3::1")
    staff.tries.begin("another", f"{mapped}192.0.2.2")


def test_a_session_ends_after_silence(staff: Staff, adviser: str) -> None:
    token = staff.sign_in(adviser, GOOD, HERE)
    with time_machine.travel(now() + timedelta(minutes=29), tick=False):
        assert staff.sessions.find(token, touch=True)
    with time_machine.travel(now() + timedelta(minutes=58), tick=False):
        assert staff.sessions.find(token, touch=False)
    with time_machine.travel(now() + timedelta(minutes=60), tick=False):
        assert staff.sessions.find(token, touch=True) is None  # looking on is no activity


def test_a_session_ends_at_last_however_busy(staff: Staff, adviser: str) -> None:
    token = staff.sign_in(adviser, GOOD, HERE)
    start = now()
    for minutes in range(0, 600, 20):
        with time_machine.travel(start + timedelta(minutes=minutes), tick=False):
            assert staff.sessions.find(token, touch=True)
    with time_machine.travel(start + timedelta(minutes=601), tick=False):
        assert staff.sessions.find(token, touch=True) is None


def test_a_deactivated_account_is_out_at_once(staff: Staff, adviser: str) -> None:
    token = staff.sign_in(adviser, GOOD, HERE)
    staff.accounts.set_active(None, adviser, False)
    assert staff.sessions.find(token, touch=True) is None
    with pytest.raises(Refused):
        staff.sign_in(adviser, GOOD, HERE)


def test_a_new_password_ends_all_sessions(staff: Staff, adviser: str) -> None:
    token = staff.sign_in(adviser, GOOD, HERE)
    staff.accounts.set_password(None, adviser, "mật khẩu khác hẳn")
    assert staff.sessions.find(token, touch=True) is None
    with pytest.raises(Refused):
        staff.sign_in(adviser, GOOD, HERE)
    staff.sign_in(adviser, "mật khẩu khác hẳn", HERE)


def test_a_role_that_changed_counts_at_once(staff: Staff, adviser: str) -> None:
    token = staff.sign_in(adviser, GOOD, HERE)
    staff.accounts.change_role(None, adviser, Role.EDITOR)
    me = staff.sessions.find(token, touch=False)
    assert me
    assert me.role == Role.EDITOR


def test_what_is_over_is_deleted(settings: Settings, staff: Staff, adviser: str) -> None:
    staff.sign_in(adviser, GOOD, HERE)
    kept = kept_of_staff(settings, staff.store)
    assert not any(kept.expire(dry=True).values())
    with time_machine.travel(now() + timedelta(days=1), tick=False):
        assert kept.expire(dry=False) == {"staff_session": 1, "staff_try": 1, "staff_audit": 0}
    with time_machine.travel(now() + timedelta(days=731), tick=False):
        assert kept.expire(dry=False)["staff_audit"] == 2  # added, signed in
