"""Finding procedures: the page with its filters, typing-ahead, two side by side."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any
from urllib.parse import urlencode

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse

from bot.clock import today
from bot.lookup.filters import APPLICANTS, CHANNELS, LEVELS, Filters
from bot.lookup.find import open_finder
from bot.lookup.sides import Side, side_by_side
from bot.staff.roles import May
from bot.web.parts import Shared
from bot.web.staff.guard import Me, needs
from bot.web.staff.pages import show

router = APIRouter()
Clerk = Annotated[Me, Depends(needs(May.LOOK_UP))]
ON_A_PAGE = 30
NAMES = {
    "field": "Lĩnh vực",
    "agency": "Cơ quan ban hành",
    "level": "Cấp thực hiện",
    "applicant": "Đối tượng",
    "channel": "Cách nộp",
    "local": "Tại Hà Nội",
}


@router.get("/staff/procedures")
async def procedures(
    request: Request,
    me: Clerk,
    parts: Shared,
    q: str = "",
    field: str = "",
    agency: str = "",
    level: str = "",
    applicant: str = "",
    channel: str = "",
    local: str = "",
    page: Annotated[int, Query(ge=1, le=1000)] = 1,
) -> HTMLResponse:
    """Everything that fits, a page at a time."""
    filters = Filters(field, agency, level, applicant, channel, local)
    finder = await run_sync(open_finder)
    found = await run_sync(finder.find, q, filters)
    first = (page - 1) * ON_A_PAGE
    asked = {name: value for name, value in ({"q": q} | asdict(filters)).items() if value}
    return show(
        request, me, "staff/lookup.html",
        down=(await run_sync(parts.notices.now)).down,
        q=q, filters=asdict(filters), choices=finder.choices, names=NAMES, found=found,
        shown=found.procedures[first : first + ON_A_PAGE], first=first,
        levels=LEVELS, applicants=APPLICANTS, channels=CHANNELS,
        newer=_page(asked, page - 1) if page > 1 else None,
        older=_page(asked, page + 1) if first + ON_A_PAGE < len(found.procedures) else None,
    )  # fmt: skip


@router.get("/staff/api/procedures")
async def suggestions(me: Clerk, parts: Shared, q: str = "") -> dict[str, Any]:
    """The first few while somebody types: code, title, short title, whether it is taken down."""
    finder = await run_sync(open_finder)
    down = (await run_sync(parts.notices.now)).down
    found = await run_sync(finder.suggest, q)
    return {"suggestions": [asdict(one) | {"down": one.code in down} for one in found]}


@router.get("/staff/procedures/compare")
async def compare(
    request: Request, me: Clerk, parts: Shared, code: Annotated[list[str] | None, Query()] = None
) -> HTMLResponse:
    """Two procedures; with more or fewer the page says what it needs."""
    catalogue = (await run_sync(open_finder)).catalogue
    codes = list(dict.fromkeys(one.strip() for one in code or () if one.strip()))
    unknown = [one for one in codes if one not in catalogue.procedures]
    problem = ""
    if unknown:
        problem = f"Danh mục đang dùng không có mã {unknown[0][:20]}."
    elif len(codes) != 2:
        problem = "Hãy chọn đúng hai thủ tục khác nhau để đối chiếu."
    if problem:
        return show(
            request, me, "staff/compare.html", status=422, problem=problem, codes=codes, sides=[]
        )
    left, right = (Side(catalogue.procedures[one], catalogue.local.status(one)) for one in codes)
    rows = side_by_side(left, right, today())
    return show(
        request, me, "staff/compare.html", codes=codes, sides=[left, right], rows=rows,
        down=(await run_sync(parts.notices.now)).down,
    )  # fmt: skip


def _page(asked: dict[str, str], number: int) -> str:
    return f"/staff/procedures?{urlencode({**asked, 'page': number})}"
