"""The catalogue in the console: preview of an upload, applying it, going back."""

from __future__ import annotations

from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Request
from starlette.datastructures import UploadFile
from starlette.responses import HTMLResponse, Response

from bot.catalogue.switch import versions
from bot.channels.problems import Problem
from bot.jobs.jobs import Jobs, OtherJob
from bot.retrieval.uploads import WHOLE, is_fresh, keep_upload, preview_of
from bot.staff.roles import May
from bot.web.staff.acting import Word, who
from bot.web.staff.guard import Me, needs
from bot.web.staff.jobs import Work
from bot.web.staff.pages import back_to, show

HERE = "/staff/catalogue"
UPLOADS = f"{HERE}/uploads"
MAX_MB = 24  # a whole catalogue in full text is 2 MB packed, 18 MB as it is
ROWS = 200  # of each kind of difference on the page


def small_enough(request: Request) -> None:
    """Before anything of the body is read."""
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > MAX_MB * 1024 * 1024:
        raise Problem(
            413,
            "upload-too-large",
            "Tệp quá lớn",
            f"Tệp danh mục lớn nhất {MAX_MB} MB; hãy nén bằng gzip rồi tải lên lại.",
        )


router = APIRouter()
Importer = Annotated[Me, Depends(needs(May.IMPORT))]


@router.get(HERE)
async def catalogue(request: Request, me: Importer, jobs: Work) -> HTMLResponse:
    return await _page(request, me, jobs)


@router.post(UPLOADS, dependencies=[Depends(small_enough)])
async def upload(request: Request, me: Importer, jobs: Work) -> Response:
    file = (await request.form()).get("file")
    content = await file.read() if isinstance(file, UploadFile) else b""
    if not content:
        return await _page(request, me, jobs, "Chưa chọn tệp, hoặc tệp trống.")
    name = await run_sync(keep_upload, content)
    try:
        await run_sync(jobs.start, "preview", name, who(me))
    except OtherJob as problem:
        return await _page(request, me, jobs, str(problem))
    return back_to(f"{UPLOADS}/{name}")


@router.get(f"{UPLOADS}/{{name}}")
async def preview(name: str, request: Request, me: Importer, jobs: Work) -> HTMLResponse:
    return await _preview(request, me, jobs, name)


@router.post(f"{UPLOADS}/{{name}}/read")
async def read_again(name: str, request: Request, me: Importer, jobs: Work) -> Response:
    """Against what is in force now."""
    return await _start(request, me, jobs, name, "preview", f"{UPLOADS}/{name}")


@router.post(f"{UPLOADS}/{{name}}/apply")
async def apply(name: str, request: Request, me: Importer, jobs: Work, sure: Word = "") -> Response:
    """`sure` says that what the file lacks is to go."""
    found = await run_sync(preview_of, name)
    problem = ""
    if found is None or "refused" in found:
        problem = "Tệp này chưa đọc được nên không nhập được."
    elif not await run_sync(is_fresh, found):
        problem = "Danh mục đang dùng đã đổi từ lần đọc thử: xin đọc thử lại."
    elif found["gone"] and not sure:
        problem = f"Xin xác nhận rằng {len(found['gone'])} thủ tục không còn nữa."
    if problem:
        return await _preview(request, me, jobs, name, problem)
    return await _start(request, me, jobs, name, "import", HERE)


async def _start(request: Request, me: Me, jobs: Jobs, name: str, kind: str, then: str) -> Response:
    try:
        await run_sync(jobs.start, kind, name, who(me))
    except OtherJob as problem:
        return await _preview(request, me, jobs, name, str(problem))
    return back_to(then)


@router.post(f"{HERE}/go-back")
async def go_back(request: Request, me: Importer, jobs: Work, version: Word = "") -> Response:
    known = {one.name or WHOLE for one in await run_sync(versions)}
    if version not in known:
        return await _page(request, me, jobs, "Không có bản danh mục này.")
    try:
        await run_sync(jobs.start, "roll_back", version, who(me))
    except OtherJob as problem:
        return await _page(request, me, jobs, str(problem))
    return back_to(HERE)


async def _page(request: Request, me: Me, jobs: Work, problem: str = "") -> HTMLResponse:
    return show(
        request, me, "staff/catalogue.html", status=422 if problem else 200, problem=problem,
        versions=await run_sync(versions), whole=WHOLE, max_mb=MAX_MB,
        job=await run_sync(jobs.about, None, ("import", "roll_back")),
    )  # fmt: skip


async def _preview(
    request: Request, me: Me, jobs: Work, name: str, problem: str = ""
) -> HTMLResponse:
    found = await run_sync(preview_of, name)
    job = await run_sync(jobs.about, name, ("preview",))
    if found is None and job is None:
        raise Problem(404, "no-upload", "Không có tệp này", "Tệp này đã nhập hoặc đã quá hạn.")
    return show(
        request, me, "staff/upload.html", status=422 if problem else 200, problem=problem,
        upload=name, found=found, job=job, rows=ROWS, fresh=await run_sync(is_fresh, found),
    )  # fmt: skip
