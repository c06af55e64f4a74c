"""Passwords: what is long enough, and their argon2 hashes."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 200

_hasher = PasswordHasher()
_nobodys = _hasher.hash("")


class TooWeak(Exception):
    """One Vietnamese sentence for who chose it."""


def hashed(password: str) -> str:
    """
    Raises:
        TooWeak
    """
    if not SHORTEST <= len(password) <= LONGEST or len(set(password)) < 5:
        raise TooWeak(
            f"Mật khẩu phải có từ {SHORTEST} đến {LONGEST} ký tự, gồm ít nhất 5 ký tự khác nhau."
        )
    return _hasher.hash(password)


def matches(password: str, stored: str | None) -> bool:
    """Takes as long when there is nothing stored: the time tells nobody which accounts exist."""
    try:
        return _hasher.verify(stored or _nobodys, password[:LONGEST]) and stored is not None
    except (VerificationError, InvalidHashError):
        return False
