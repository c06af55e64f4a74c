"""The console's first page, and one's own password."""

from __future__ import annotations

from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import HTMLResponse, Response

from bot.channels.caller import address
from bot.clock import today
from bot.staff.passwords import TooWeak
from bot.staff.roles import May
from bot.staff.service import Refused
from bot.staff.tries import Locked
from bot.web.parts import Shared
from bot.web.staff.desk import Desk
from bot.web.staff.guard import Me, needs
from bot.web.staff.pages import show
from bot.web.staff.signin import admitted
from bot.web.staff.waiting import waiting

router = APIRouter()
Anybody = Annotated[Me, Depends(needs(May.LOOK_UP))]  # every role may look up
Changer = Annotated[Me, Depends(needs(May.LOOK_UP, by_any_password=True))]
Password = Annotated[str, Form(max_length=1000)]


@router.get("/staff")
async def home(request: Request, me: Anybody, desk: Desk) -> HTMLResponse:
    """Under each section what waits there; sections that the role may not open are not shown."""
    piles = await run_sync(waiting, desk.store, today())
    told = {
        "/staff/conversations": (piles.conversations, "người đang chờ"),
        "/staff/call-backs": (piles.callbacks, "lời hẹn gọi lại"),
        "/staff/tickets": (piles.tickets, "việc còn phải làm"),
        "/staff/complaints": (piles.complaints, "việc còn phải làm"),
        "/staff/learning": (piles.themes, "nhóm câu chưa xem"),
        "/staff/learning/changes": (piles.changes, "đề xuất chờ xét"),
    }
    return show(request, me, "staff/home.html", told=told)


@router.get("/staff/password")
async def password_page(request: Request, me: Changer) -> HTMLResponse:
    return show(request, me, "staff/password.html")


@router.post("/staff/password")
async def change_password(
    request: Request, me: Changer, desk: Desk, parts: Shared,
    old: Password = "", new: Password = "", again: Password = "",
) -> Response:  # fmt: skip
    """One's own, by the old one; other browsers are signed out, this one gets a new session."""

    def changed() -> str:
        desk.prove(me.login, old, address(request))
        desk.accounts.set_password(me.id, me.login, new)
        return desk.sessions.open(me.id, "new password")

    if new != again:
        return _again(request, me, "Hai lần nhập mật khẩu mới không giống nhau.")
    if new == old:
        return _again(request, me, "Mật khẩu mới phải khác mật khẩu cũ.")
    try:
        token = await run_sync(changed)
    except TooWeak as problem:
        return _again(request, me, str(problem))
    except Refused:
        return _again(request, me, "Mật khẩu cũ không đúng.")
    except Locked:
        return _again(request, me, "Đã thử sai nhiều lần. Hãy thử lại sau ít phút.")
    return admitted(request, token, "/staff", parts.settings)


def _again(request: Request, me: Me, problem: str) -> HTMLResponse:
    return show(request, me, "staff/password.html", status=422, problem=problem)
