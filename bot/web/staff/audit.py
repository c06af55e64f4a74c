"""The audit log, for admins."""

from __future__ import annotations

from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse

from bot.staff.acts import ACTS
from bot.staff.audit import newest
from bot.staff.roles import May
from bot.web.staff.desk import Desk
from bot.web.staff.guard import Me, needs
from bot.web.staff.pages import show

router = APIRouter()
ON_A_PAGE = 100


@router.get("/staff/audit")
async def audit(
    request: Request,
    me: Annotated[Me, Depends(needs(May.READ_AUDIT))],
    desk: Desk,
    before: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
) -> HTMLResponse:
    """Newest first; `before` goes on from where a page ended."""
    lines = await run_sync(newest, desk.store, ON_A_PAGE + 1, before)
    shown = lines[:ON_A_PAGE]
    older = shown[-1].id if len(lines) > ON_A_PAGE else None
    return show(request, me, "staff/audit.html", lines=shown, older=older, acts=ACTS)
