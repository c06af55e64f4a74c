"""Accounts of staff, for admins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import HTMLResponse, Response

from bot.staff.accounts import AccountProblem
from bot.staff.passwords import SHORTEST, TooWeak
from bot.staff.roles import May, Role
from bot.staff.service import Staff
from bot.web.staff.desk import Desk
from bot.web.staff.guard import Me, needs
from bot.web.staff.pages import back_to, show

router = APIRouter()
Admin = Annotated[Me, Depends(needs(May.MANAGE_STAFF))]
Word = Annotated[str, Form(max_length=255)]
HERE = "/staff/accounts"


@router.get("/staff/accounts")
async def accounts(request: Request, me: Admin, desk: Desk) -> HTMLResponse:
    return await _page(request, me, desk)


@router.post("/staff/accounts")
async def add(
    request: Request, me: Admin, desk: Desk, role: Annotated[Role, Form()],
    login: Word = "", name: Word = "", password: Word = "", subject: Word = "",
) -> Response:  # fmt: skip
    return await _done(
        request, me, desk,
        lambda: desk.accounts.add(
            me.id, login, name, role, password=password or None, subject=subject.strip() or None
        ),
    )  # fmt: skip


@router.post("/staff/accounts/{login}/role")
async def change_role(
    login: str, request: Request, me: Admin, desk: Desk, role: Annotated[Role, Form()]
) -> Response:
    return await _done(request, me, desk, lambda: desk.accounts.change_role(me.id, login, role))


@router.post("/staff/accounts/{login}/active")
async def set_active(
    login: str, request: Request, me: Admin, desk: Desk, active: Annotated[bool, Form()]
) -> Response:
    return await _done(request, me, desk, lambda: desk.accounts.set_active(me.id, login, active))


@router.post("/staff/accounts/{login}/password")
async def set_password(
    login: str, request: Request, me: Admin, desk: Desk, password: Word = ""
) -> Response:
    return await _done(
        request, me, desk, lambda: desk.accounts.set_password(me.id, login, password)
    )


async def _done(request: Request, me: Me, desk: Staff, act: Callable[[], object]) -> Response:
    try:
        await run_sync(act)
    except (AccountProblem, TooWeak) as problem:
        return await _page(request, me, desk, str(problem), 422)
    return back_to(HERE)


async def _page(
    request: Request, me: Me, desk: Staff, problem: str = "", status: int = 200
) -> HTMLResponse:
    rows = await run_sync(desk.accounts.all)
    return show(
        request, me, "staff/accounts.html", status=status,
        accounts=rows, roles=list(Role), problem=problem, shortest=SHORTEST,
    )  # fmt: skip
