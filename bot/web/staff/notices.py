"""Taking procedures down, and the banner for everyone."""

from __future__ import annotations

from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse, Response

from bot.notices.notices import LONGEST, LONGEST_BANNER, BadNotice, Notices
from bot.staff.roles import May
from bot.web.staff.acting import Act, Word, hanoi_time, who
from bot.web.staff.guard import Me, needs
from bot.web.staff.pages import back_to, show

router = APIRouter()
Keeper = Annotated[Me, Depends(needs(May.TAKE_DOWN))]
HERE = "/staff/notices"


def _notices(request: Request) -> Notices:
    return Notices(request.app.state.store)


Book = Annotated[Notices, Depends(_notices)]


@router.get(HERE)
async def notices(request: Request, me: Keeper, book: Book) -> HTMLResponse:
    return await _page(request, me, book)


@router.post(f"{HERE}/down")
async def take_down(
    request: Request, me: Keeper, book: Book,
    code: Word = "", why: Word = "", until: Word = "", ask: Word = "",
) -> Response:  # fmt: skip
    def act() -> None:
        if code.strip() not in request.app.state.parts.procedures.all():
            raise BadNotice(f"Danh mục đang dùng không có mã “{code}”.")
        end = hanoi_time(until)
        book.take_down(code.strip(), why=why, who=who(me), until=end, ask=ask)

    return await _done(request, me, book, act)


@router.post(f"{HERE}/up")
async def tell_again(request: Request, me: Keeper, book: Book, code: Word = "") -> Response:
    return await _done(request, me, book, lambda: book.tell_again(code, who=who(me)))


@router.post(f"{HERE}/banner")
async def put_banner(
    request: Request, me: Keeper, book: Book, text: Word = "", why: Word = "", until: Word = ""
) -> Response:
    def act() -> None:
        book.put_banner(text, why=why, who=who(me), until=hanoi_time(until))

    return await _done(request, me, book, act)


@router.post(f"{HERE}/banner/remove")
async def remove_banner(request: Request, me: Keeper, book: Book) -> Response:
    return await _done(request, me, book, lambda: book.remove_banner(who=who(me)))


async def _done(request: Request, me: Me, book: Notices, act: Act) -> Response:
    try:
        await run_sync(act)
    except BadNotice as problem:
        return await _page(request, me, book, str(problem), 422)
    except ValueError:
        return await _page(request, me, book, "Thời điểm kết thúc không đúng dạng.", 422)
    return back_to(HERE)


async def _page(
    request: Request, me: Me, book: Notices, problem: str = "", status: int = 200
) -> HTMLResponse:
    current, past = await run_sync(book.current), await run_sync(book.past)
    codes = {row.code for row in (*current, *past) if row.code}
    procedures = request.app.state.parts.procedures
    return show(
        request, me, "staff/notices.html", status=status, problem=problem,
        down=[row for row in current if row.code],
        banner=next((row for row in current if not row.code), None),
        past=past, titles=await run_sync(procedures.titles, codes),
        longest=LONGEST, longest_banner=LONGEST_BANNER,
        typed=dict(await request.form()) if problem else {},
    )  # fmt: skip
