"""The queue of what went badly: gathered, looked at, assigned, and what is proposed about it."""

from __future__ import annotations

from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse, Response

from bot.channels.problems import Problem
from bot.jobs.jobs import OtherJob
from bot.learning.changes import Changes, NotTaught
from bot.learning.themes import STATES, Shown, Themes
from bot.learning.words import intents, kind_of
from bot.staff.roles import May
from bot.web.staff.acting import Word, who
from bot.web.staff.guard import Me, needs
from bot.web.staff.jobs import Work
from bot.web.staff.pages import back_to, show

router = APIRouter()
Editor = Annotated[Me, Depends(needs(May.TEACH))]
HERE = "/staff/learning"
WHYS = {
    "none": "không tìm thấy",
    "clarified": "hỏi lại hai lần",
    "thumb": "bị chê",
    "person": "trả lời rồi vẫn gặp cán bộ",
}


def _themes(request: Request) -> Themes:
    return Themes(request.app.state.store)


Queue = Annotated[Themes, Depends(_themes)]


@router.get(HERE)
async def queue(
    request: Request, me: Editor, themes: Queue, jobs: Work,
    state: Annotated[str, Query(max_length=16)] = "open",
) -> HTMLResponse:  # fmt: skip
    return await _queue(request, me, themes, jobs, state if state in STATES else "open")


@router.post(f"{HERE}/gather")
async def gather(request: Request, me: Editor, themes: Queue, jobs: Work) -> Response:
    try:
        await run_sync(jobs.start, "gather", "", who(me))
    except OtherJob as problem:
        return await _queue(request, me, themes, jobs, "open", str(problem))
    return back_to(HERE)


@router.get(f"{HERE}/themes/{{theme}}")
async def one(theme: int, request: Request, me: Editor, themes: Queue) -> HTMLResponse:
    return await _theme(request, me, themes, theme)


@router.post(f"{HERE}/themes/{{theme}}/assign")
async def assign(
    theme: int, request: Request, me: Editor, themes: Queue, target: Word = ""
) -> Response:
    target = target.strip()
    kind = kind_of(target)
    known = intents() if kind == "example" else request.app.state.parts.procedures.all()
    if target not in known:
        problem = f"Không có thủ tục hay loại câu hỏi “{target}”."
        return await _theme(request, me, themes, theme, problem)
    await run_sync(themes.assign, theme, kind, target, who(me))
    return back_to(f"{HERE}/themes/{theme}")


@router.post(f"{HERE}/themes/{{theme}}/dismiss")
async def dismiss(theme: int, me: Editor, themes: Queue) -> Response:
    await run_sync(themes.dismiss, theme, who(me))
    return back_to(HERE)


@router.post(f"{HERE}/themes/{{theme}}/reopen")
async def reopen(theme: int, me: Editor, themes: Queue) -> Response:
    await run_sync(themes.reopen, theme, who(me))
    return back_to(f"{HERE}/themes/{theme}")


@router.post(f"{HERE}/themes/{{theme}}/propose")
async def propose(
    theme: int, request: Request, me: Editor, themes: Queue, text: Word = ""
) -> Response:
    shown = await _known(themes, theme)
    kind, target = shown.theme.kind, shown.theme.target
    if not kind or not target:
        problem = "Nhóm này chưa được giao cho thủ tục hay loại câu hỏi nào."
        return await _theme(request, me, themes, theme, problem)
    changes = Changes(request.app.state.store)
    try:
        procedures = await run_sync(request.app.state.parts.procedures.all)
        change = await run_sync(
            lambda: changes.propose(
                kind, target, text, author=who(me), procedures=procedures, theme=theme
            )
        )
    except NotTaught as problem:
        return await _theme(request, me, themes, theme, str(problem))
    return back_to(f"{HERE}/changes/{change}")


async def _queue(
    request: Request, me: Me, themes: Themes, jobs: Work, state: str, problem: str = ""
) -> HTMLResponse:
    rows = await run_sync(themes.shown, state)
    codes = {row.theme.nearest for row in rows}
    return show(
        request, me, "staff/learning.html", status=422 if problem else 200, problem=problem,
        rows=rows, state=state, states=STATES, whys=WHYS,
        titles=await run_sync(request.app.state.parts.procedures.titles, codes),
        job=await run_sync(jobs.about, None, ("gather",)),
    )  # fmt: skip


async def _theme(
    request: Request, me: Me, themes: Themes, theme: int, problem: str = ""
) -> HTMLResponse:
    shown = await _known(themes, theme)
    codes = {shown.theme.nearest, shown.theme.target or ""}
    return show(
        request, me, "staff/theme.html", status=422 if problem else 200, problem=problem,
        shown=shown, whys=WHYS, states=STATES, intents=sorted(intents()),
        titles=await run_sync(request.app.state.parts.procedures.titles, codes),
        typed=dict(await request.form()) if problem else {},
    )  # fmt: skip


async def _known(themes: Themes, theme: int) -> Shown:
    shown = await run_sync(themes.get, theme)
    if shown is None:
        raise Problem(404, "no-theme", "Không có nhóm này", "Nhóm này không còn: lời đã hết hạn.")
    return shown
