"""Who is to be called back: the list, and what an adviser does with one of them."""

from __future__ import annotations

from typing import Annotated, Literal

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse, Response

from bot.care.callback_desk import CallBackDesk, TooLate
from bot.care.sealed import Unreadable
from bot.staff.roles import May
from bot.web.staff.guard import Me, needs
from bot.web.staff.pages import back_to, show
from bot.web.staff.talks import Number

router = APIRouter()
HERE = "/staff/call-backs"
TOO_LATE = "Yêu cầu này đã có cán bộ khác nhận, đã xong hoặc chưa gọi đủ số lần."
UNREADABLE = "Không mở được số này: nó được khóa bằng khóa khác của hệ thống."

Advising = Annotated[Me, Depends(needs(May.TAKE_OVER))]


def _desk(request: Request) -> CallBackDesk:
    desk: CallBackDesk = request.app.state.callbacks
    return desk


Desk = Annotated[CallBackDesk, Depends(_desk)]
What = Literal["take", "let-go", "missed", "called", "withdrawn", "not-reached"]


@router.get(HERE)
async def call_backs(request: Request, me: Advising, desk: Desk) -> HTMLResponse:
    return await _list(request, me, desk)


@router.post(f"{HERE}/{{wish}}/number")
async def number(wish: Number, request: Request, me: Advising, desk: Desk) -> Response:
    """The list with this one's telephone number, once: another look is another line of the log."""
    try:
        found = await run_sync(desk.number, wish, me.id)
    except TooLate:
        return await _list(request, me, desk, TOO_LATE, 409)
    except Unreadable:
        return await _list(request, me, desk, UNREADABLE, 409)
    return await _list(request, me, desk, shown={wish: found})


@router.post(f"{HERE}/{{wish}}/{{what}}")
async def act(wish: Number, what: What, request: Request, me: Advising, desk: Desk) -> Response:
    def done() -> None:
        match what:
            case "take":
                desk.take(wish, me.id)
            case "let-go":
                desk.let_go(wish, me.id)
            case "missed":
                desk.not_reached(wish, me.id)
            case "not-reached":
                desk.end(wish, me.id, "not_reached")
            case "called" | "withdrawn":
                desk.end(wish, me.id, what)

    try:
        await run_sync(done)
    except TooLate:
        return await _list(request, me, desk, TOO_LATE, 409)
    return back_to(HERE)


async def _list(
    request: Request,
    me: Me,
    desk: CallBackDesk,
    problem: str = "",
    status: int = 200,
    shown: dict[int, str] | None = None,
) -> HTMLResponse:
    """
    Args:
        shown: number of a wish → its telephone number.
    """
    wishes = await run_sync(desk.listed)
    return show(
        request, me, "staff/callbacks.html", status=status,
        wishes=wishes, late=sum(one.late for one in wishes), shown=shown or {}, problem=problem,
    )  # fmt: skip
