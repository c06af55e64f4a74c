"""Who may open a page or make a call of the console: `Depends(needs(May.X))`, and nothing else."""

from __future__ import annotations

import hmac

from anyio.to_thread import run_sync
from fastapi import Request

from bot.channels.problems import Problem
from bot.staff.roles import May
from bot.staff.sessions import Me
from bot.web.staff.cookie import token_of
from bot.web.staff.desk import Desk

__all__ = ["ChangeFirst", "Me", "Needs", "SignInFirst", "is_call", "needs", "unchanged"]

_SAFE = {"GET", "HEAD", "OPTIONS"}
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class SignInFirst(Exception):
    """Nobody is signed in: a page leads to signing in, a call gets 401."""


class ChangeFirst(Exception):
    """Who is signed in has a password that somebody else chose: first it is changed."""


class Needs:
    """The dependency itself; a test reads `right` off every route."""

    def __init__(self, right: May, by_any_password: bool) -> None:
        self.right = right
        self._by_any_password = by_any_password

    async def __call__(self, request: Request, desk: Desk) -> Me:
        token = token_of(request)
        # A page that asks by itself every second keeps nobody signed in.
        touch = not (is_call(request) and request.method == "GET")
        me = await run_sync(lambda: desk.sessions.find(token, touch=touch)) if token else None
        if me is None:
            raise SignInFirst
        if me.must_change and not self._by_any_password:
            raise ChangeFirst
        if not me.may(self.right):
            raise _no_right()
        if request.method not in _SAFE and not same(await _csrf(request), me.csrf):
            raise old_form()
        return me


def needs(right: May, *, by_any_password: bool = False) -> Needs:
    """Whoever is signed in and has this right, as `Me`; unsafe methods need the session's CSRF
    token too (form field `csrf` or header `X-CSRF-Token`).

    Args:
        by_any_password: one that has to be changed will do.
    """
    return Needs(right, by_any_password)


async def unchanged(request: Request, desk: Desk, me: Me) -> bool:
    """Whether `me` is still signed in with the same role: an open stream asks before it tells."""
    return await run_sync(lambda: desk.sessions.find(token_of(request) or "", touch=False)) == me


def is_call(request: Request) -> bool:
    """Whether a script asks, and not a person who opens a page."""
    by_script = "X-CSRF-Token" in request.headers  # a form sends it as a field
    return by_script or request.url.path.startswith("/staff/api/")


def same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode(), right.encode())


def old_form() -> Problem:
    return Problem(
        403,
        "staff-csrf",
        "Trang đã cũ",
        "Trang này được mở từ một phiên khác hoặc đã quá lâu. Hãy tải lại trang rồi làm lại.",
    )


async def _csrf(request: Request) -> str:
    header = request.headers.get("X-CSRF-Token")
    if header is not None:
        return header
    if not request.headers.get("Content-Type", "").startswith(_FORMS):
        return ""
    field = (await request.form()).get("csrf")
    return field if isinstance(field, str) else ""


def _no_right() -> Problem:
    return Problem(
        403,
        "staff-no-right",
        "Vai trò của anh/chị không mở được trang này",
        "Nếu cần dùng trang này, anh/chị hãy liên hệ quản trị viên.",
    )
