"""One procedure for an official: its record, answers to copy, history, a checklist to hand on."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.catalogue.model import Procedure
from bot.catalogue.versions import Step, history
from bot.clock import today
from bot.guides.model import START
from bot.lookup import checklist
from bot.lookup.fields import FIELDS
from bot.lookup.find import Finder, open_finder
from bot.lookup.sides import Row, Side, side_by_side
from bot.lookup.wording import for_citizen, official
from bot.staff.roles import May
from bot.web.pages import templates
from bot.web.parts import Shared
from bot.web.procedures import by_aspect, month, unknown
from bot.web.staff.guard import Me, needs
from bot.web.staff.pages import show

templates.env.filters["field_name"] = FIELDS.__getitem__
router = APIRouter()
Clerk = Annotated[Me, Depends(needs(May.LOOK_UP))]


@router.get("/staff/procedures/{code}")
async def procedure(request: Request, code: str, me: Clerk, parts: Shared) -> HTMLResponse:
    """The whole record and both wordings; of a withdrawn code what is known of it."""
    finder = await run_sync(open_finder)
    catalogue = finder.catalogue
    if code not in catalogue.procedures:
        return _gone(request, me, finder, code)
    shown = await run_sync(parts.procedures.show, code, today(), {})  # an official sees it all
    notices = await run_sync(parts.notices.now)
    return show(
        request, me, "staff/procedure.html", down=notices.down.get(code),
        card=shown.card, groups=by_aspect(shown.card["sections"]), month=month(catalogue.asof),
        record=catalogue.procedures[code],
        citizen=for_citizen(code, catalogue, today()), formal=official(code, catalogue, today()),
    )  # fmt: skip


@router.get("/staff/procedures/{code}/history")
async def versions(request: Request, code: str, me: Clerk) -> HTMLResponse:
    """What each version of the catalogue says of it, the newest first."""
    finder = await run_sync(open_finder)
    steps = await run_sync(history, code)
    known = [step.record for step in steps if step.record]
    if not known and not any(step.withdrawn for step in steps):
        raise unknown(code)
    title = known[-1].title if known else finder.catalogue.withdrawn.get(code, "")
    told = [(step, _changes(step, finder)) for step in reversed(steps)]
    return show(request, me, "staff/history.html", code=code, title=title, told=told)


@router.get("/staff/procedures/{code}/checklist")
async def situation(
    request: Request, code: str, me: Clerk, parts: Shared, guide: str = "", at: str = START
) -> HTMLResponse:
    """The guide's question, if there is one, and the papers to choose from."""
    finder = await run_sync(open_finder)
    record = _record(finder, code)
    status = finder.catalogue.local.status(code)
    return show(
        request, me, "staff/checklist.html", down=(await run_sync(parts.notices.now)).down,
        record=record, groups=checklist.groups(record, status), codes=finder.catalogue.procedures,
        asked=checklist.asked(code, finder.catalogue, guide, at),
    )  # fmt: skip


@router.get("/staff/procedures/{code}/checklist/made")
async def made(
    code: str, me: Clerk, paper: Annotated[list[int] | None, Query()] = None
) -> Response:
    """To the page that the citizen gets, for print or as a link; nothing is stored."""
    finder = await run_sync(open_finder)
    record = _record(finder, code)
    papers = ",".join(str(number) for number in sorted(set(paper or ())))
    asked = urlencode({"papers": papers, "v": checklist.mark(record)}, safe=",")
    return RedirectResponse(f"/procedures/{code}/checklist?{asked}", 303)


def _gone(request: Request, me: Me, finder: Finder, code: str) -> HTMLResponse:
    withdrawn = finder.withdrawn(code)
    if withdrawn is None:
        raise unknown(code)
    return show(request, me, "staff/withdrawn.html", status=410, withdrawn=withdrawn)


def _record(finder: Finder, code: str) -> Procedure:
    record = finder.catalogue.get(code)
    if record is None:
        raise unknown(code)
    return record


def _changes(step: Step, finder: Finder) -> list[Row]:
    """The rows that differ from the version before; the city's table is not part of a version."""
    if not step.before or not step.record or not step.changed:
        return []
    local = finder.catalogue.local.status(step.record.code)
    rows = side_by_side(Side(step.before, local), Side(step.record, local), today())
    return [row for row in rows if not row.same]
