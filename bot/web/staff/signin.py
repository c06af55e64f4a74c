"""Signing in and out."""

from __future__ import annotations

import math
import secrets
from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.channels.caller import address
from bot.settings import Settings
from bot.staff.roles import May
from bot.staff.service import Refused
from bot.staff.tries import Locked
from bot.store import now
from bot.web.parts import Shared
from bot.web.staff import cookie
from bot.web.staff.desk import Desk
from bot.web.staff.guard import Me, needs, old_form, same
from bot.web.staff.pages import back_to, show_to_nobody

router = APIRouter()

SignedIn = Annotated[Me, Depends(needs(May.LOOK_UP, by_any_password=True))]
_WRONG = "Tên đăng nhập hoặc mật khẩu không đúng."


@router.get("/staff/sign-in")
async def sign_in_page(request: Request, next: str = "") -> HTMLResponse:
    return _page(request, next)


@router.post("/staff/sign-in")
async def sign_in(
    request: Request,
    desk: Desk,
    parts: Shared,
    login: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
    csrf: Annotated[str, Form(max_length=200)] = "",
    next: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    if not same(csrf, request.session.get("csrf", secrets.token_hex())):
        raise old_form()
    try:
        token = await run_sync(desk.sign_in, login, password, address(request))
    except Locked as locked:
        minutes = max(1, math.ceil((locked.until - now()).total_seconds() / 60))
        told = f"Đã thử sai nhiều lần. Hãy thử lại sau {minutes} phút."
        return _page(request, next, told, login, status=429)
    except Refused:
        return _page(request, next, _WRONG, login, status=401)
    return admitted(request, token, next, parts.settings)


def admitted(request: Request, token: str, next: str, settings: Settings) -> Response:
    """On to the page that was asked for, with a new session's cookie."""
    request.session.clear()
    response = back_to(inside(next))
    cookie.give(response, token, settings)
    return response


@router.post("/staff/sign-out")
async def sign_out(request: Request, me: SignedIn, desk: Desk) -> RedirectResponse:
    await run_sync(desk.sessions.end, cookie.token_of(request) or "")
    response = back_to("/staff/sign-in")
    cookie.take_back(response)
    return response


def inside(path: str) -> str:
    """A page of the console; anything else is not followed."""
    plain = path.startswith(("/staff/", "/staff?")) and not any(sign in path for sign in "\\\r\n")
    return path if plain else "/staff"


def _page(
    request: Request, next: str, problem: str = "", login: str = "", status: int = 200
) -> HTMLResponse:
    token = request.session.setdefault("csrf", secrets.token_urlsafe(32))
    openid = request.app.state.openid is not None
    return show_to_nobody(
        request, "staff/sign-in.html", status=status,
        csrf=token, next=inside(next), problem=problem, login=login, openid=openid,
    )  # fmt: skip
