"""What colleagues want to teach: read, measured, approved or refused."""

from __future__ import annotations

from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse, Response

from bot.channels.problems import Problem
from bot.jobs.jobs import Jobs, OtherJob
from bot.learning.changes import OPEN, Changes, NotTaught
from bot.learning.tables import LearningChange
from bot.learning.words import difference
from bot.staff.roles import May
from bot.web.staff.acting import Act, who
from bot.web.staff.guard import Me, needs
from bot.web.staff.jobs import Work
from bot.web.staff.pages import back_to, show

router = APIRouter()
Reviewer = Annotated[Me, Depends(needs(May.REVIEW))]
HERE = "/staff/learning/changes"
STATES = {
    "proposed": "chờ đánh giá",
    "passed": "không kém đi, chờ duyệt",
    "lost": "có chỗ kém đi",
    "accepted": "đã duyệt, chờ lần huấn luyện tới",
    "applied": "đang dùng",
    "taken_back": "đã dùng, rồi lấy lại",
    "refused": "đã bỏ",
}


def state_of(change: LearningChange) -> str:
    """In words."""
    return STATES[change.state]


def _changes(request: Request) -> Changes:
    return Changes(request.app.state.store)


Book = Annotated[Changes, Depends(_changes)]


@router.get(HERE)
async def changes(request: Request, me: Reviewer, book: Book) -> HTMLResponse:
    rows = await run_sync(book.all)
    codes = {row.target for row in rows if row.kind == "phrasing"}
    titles = await run_sync(request.app.state.parts.procedures.titles, codes)
    return show(request, me, "staff/changes.html", rows=rows, state_of=state_of, titles=titles)


@router.get(f"{HERE}/{{change}}")
async def one(change: int, request: Request, me: Reviewer, book: Book, jobs: Work) -> HTMLResponse:
    return await _page(request, me, book, jobs, change)


@router.post(f"{HERE}/{{change}}/compare")
async def compare(change: int, request: Request, me: Reviewer, book: Book, jobs: Work) -> Response:
    def act() -> None:
        jobs.start("compare", str(change), who(me))

    return await _done(request, me, book, jobs, change, act)


@router.post(f"{HERE}/{{change}}/approve")
async def approve(change: int, request: Request, me: Reviewer, book: Book, jobs: Work) -> Response:
    def act() -> None:
        book.approve(change, who(me))
        row = book.get(change)
        if row and row.kind == "phrasing":
            jobs.start("apply", str(change), who(me))

    return await _done(request, me, book, jobs, change, act)


@router.post(f"{HERE}/{{change}}/take-back")
async def take_back(
    change: int, request: Request, me: Reviewer, book: Book, jobs: Work
) -> Response:
    """By anybody who reviews, its author too: harm is to end at once."""

    def act() -> None:
        jobs.start("take_back", str(change), who(me))

    return await _done(request, me, book, jobs, change, act)


@router.post(f"{HERE}/{{change}}/refuse")
async def refuse(change: int, request: Request, me: Reviewer, book: Book, jobs: Work) -> Response:
    return await _done(request, me, book, jobs, change, lambda: book.refuse(change, who(me)))


async def _done(
    request: Request, me: Me, book: Changes, jobs: Jobs, change: int, act: Act
) -> Response:
    await _known(book, change)
    try:
        await run_sync(act)
    except (NotTaught, OtherJob) as problem:
        return await _page(request, me, book, jobs, change, str(problem))
    return back_to(f"{HERE}/{change}")


async def _page(
    request: Request, me: Me, book: Changes, jobs: Jobs, change: int, problem: str = ""
) -> HTMLResponse:
    row = await _known(book, change)
    parts = request.app.state.parts
    return show(
        request, me, "staff/change.html", status=422 if problem else 200, problem=problem,
        change=row, state_of=state_of, open=row.state in OPEN, own=row.author == me.login,
        difference=await run_sync(difference, [(row.kind, row.target, row.text)]),
        titles=await run_sync(parts.procedures.titles, {row.target}),
        job=await run_sync(jobs.about, str(change), ("compare", "apply", "take_back")),
    )  # fmt: skip


async def _known(book: Changes, change: int) -> LearningChange:
    row = await run_sync(book.get, change)
    if row is None:
        raise Problem(404, "no-change", "Không có đề xuất này", "Không có đề xuất mang số này.")
    return row
