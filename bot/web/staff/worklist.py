"""Cases that are late or due soon, by who handles them: whom to urge today."""

from __future__ import annotations

import csv
import io
from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Query, Request
from pydantic import AfterValidator
from starlette.responses import HTMLResponse, Response

from bot.cases.states import load_states
from bot.cases.urgent import Urgent, any_made_up, by_agency, urgent
from bot.clock import today
from bot.insight.csvfile import harmless
from bot.staff import audit
from bot.staff.roles import May
from bot.text.redact import redact
from bot.web.staff.desk import Desk
from bot.web.staff.figures import csv_file
from bot.web.staff.guard import Me, needs
from bot.web.staff.pages import show

router = APIRouter()
Reader = Annotated[Me, Depends(needs(May.READ_FIGURES))]
# What is in the address goes into the page and the audit log: no personal number with it.
Unit = Annotated[str, Query(max_length=200), AfterValidator(redact)]
MOST = 100  # cases on a page; the file has them all
HEAD = ("mã hồ sơ", "thủ tục", "nơi xử lý", "trạng thái", "hẹn trả", "tình trạng")


@router.get("/staff/worklist")
async def worklist(request: Request, me: Reader, desk: Desk, unit: Unit = "") -> HTMLResponse:
    """All units; with `unit` its cases."""

    def shown() -> HTMLResponse:
        with desk.store.writing() as session:
            audit.note(session, me.id, "worklist", unit)
        with desk.store.reading() as session:
            found, demo = urgent(session, today()), any_made_up(session)
        mine = [one for one in found if one.unit == unit]
        return show(
            request, me, "staff/worklist.html",
            agencies=by_agency(found), unit=unit, cases=mine[:MOST], more=max(0, len(mine) - MOST),
            late=sum(bool(one.timing.overdue) for one in mine), states=load_states(),
            demo=demo, today=today(), pace=pace,
        )  # fmt: skip

    return await run_sync(shown)


@router.get("/staff/worklist.csv")
async def download(me: Reader, desk: Desk, unit: Unit = "") -> Response:
    """Of one unit, or of all."""

    def written() -> str:
        with desk.store.writing() as session:
            audit.note(session, me.id, "worklist-download", unit)
        with desk.store.reading() as session:
            return _csv([one for one in urgent(session, today()) if unit in ("", one.unit)])

    return csv_file(await run_sync(written), f"don-doc-{today()}.csv")


def pace(one: Urgent) -> str:
    """How late it is, or how soon due."""
    timing = one.timing
    if timing.overdue:
        return f"quá hạn {timing.days_late} ngày làm việc" if timing.days_late else "vừa quá hạn"
    return f"còn {timing.days_left} ngày làm việc" if timing.days_left else "hẹn trả hôm nay"


def _csv(found: list[Urgent]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for one in found:
        case, state = one.case, one.case.state
        title = f"{case.title or ''}{' (hồ sơ mẫu)' if case.demo else ''}"
        named = load_states()[state].name if state else ""
        cells = (case.code, title, one.unit, named, f"{one.timing.due}", pace(one))
        writer.writerow([harmless(cell) for cell in cells])
    return "\ufeff" + out.getvalue()
