"""The papers for one situation, as a member of staff chose them: to print, or to open by a link.

The choice is in the link alone; nothing of the citizen is.
"""

from __future__ import annotations

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from starlette.responses import Response

from bot.catalogue.opened import open_catalogue
from bot.clock import today
from bot.lookup import checklist
from bot.web.pages import render
from bot.web.parts import Shared
from bot.web.procedures import month

router = APIRouter(include_in_schema=False)


@router.get("/procedures/{code}/checklist")
async def chosen_papers(
    code: str, request: Request, parts: Shared, papers: str = "", v: str = ""
) -> Response:
    """The chosen papers; the whole list when the record has changed since the link was made."""
    notices = await run_sync(parts.notices.now)
    shown = await run_sync(parts.procedures.show, code, today(), notices.down)
    catalogue = await run_sync(open_catalogue)
    record = catalogue.procedures[code]
    groups = checklist.groups(record, catalogue.local.status(code))
    mark = checklist.mark(record)
    current = v == mark
    numbers = frozenset(
        int(one)
        for one in papers.split(",")[:200]
        if one.isascii() and one.isdigit() and len(one) < 5
    )
    kept = checklist.chosen(groups, numbers) if current else groups
    told = sorted(line.number for group in kept for line in group.lines)
    base = parts.settings.public_url.rstrip("/") or str(request.base_url).rstrip("/")
    return render(
        request, "checklist.html", parts.settings,
        card=shown.card, groups=kept, current=current, month=month(shown.card["asof"]),
        link=f"{base}{request.url.path}?papers={','.join(map(str, told))}&v={mark}",
    )  # fmt: skip
