"""The dashboard: figures of a period with their definitions, charts and tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse, Response

from bot.clock import today
from bot.insight.charts import MOST_BARS, draw
from bot.insight.csvfile import as_csv
from bot.insight.model import GROUP_LABELS, Report
from bot.insight.period import BadPeriod, Period, read_period, usual
from bot.insight.report import GROUPS, Insight
from bot.insight.small import FEWEST
from bot.insight.written import written
from bot.staff import audit
from bot.staff.roles import May
from bot.web.pages import templates
from bot.web.staff.desk import Desk
from bot.web.staff.guard import Me, needs
from bot.web.staff.pages import show

router = APIRouter()
Reader = Annotated[Me, Depends(needs(May.READ_FIGURES))]
Day = Annotated[str, Query(max_length=40)]
First = Annotated[str, Query(alias="from", max_length=40)]
OVERVIEW = tuple(name for name in GROUPS if name != "topics")  # which has tables only
templates.env.filters["written"] = written


def _insight(request: Request) -> Insight:
    insight: Insight = request.app.state.insight
    return insight


Figures = Annotated[Insight, Depends(_insight)]


@router.get("/staff/figures")
async def overview(
    request: Request, me: Reader, desk: Desk, insight: Figures, first: First = "", to: Day = ""
) -> HTMLResponse:
    """All figures, without tables."""
    return await _page(request, me, desk, insight, first, to, "")


@router.get("/staff/figures.csv")
async def download(
    me: Reader, desk: Desk, insight: Figures, request: Request, first: First = "", to: Day = ""
) -> Response:
    try:
        period = read_period(first, to, today())
    except BadPeriod as problem:
        return _refused(request, me, str(problem))

    def written_down() -> str:
        with desk.store.writing() as session:
            audit.note(session, me.id, "figures-download", str(period))
        return as_csv(insight.report(period, today()))

    return csv_file(await run_sync(written_down), f"so-lieu-{period.first}-{period.last}.csv")


@router.get("/staff/figures/{group}")
async def group(
    group: str,
    request: Request,
    me: Reader,
    desk: Desk,
    insight: Figures,
    first: First = "",
    to: Day = "",
) -> HTMLResponse:
    """One group with its charts and tables."""
    if group not in GROUPS:
        return _refused(request, me, "Không có nhóm số liệu này.", 404)
    return await _page(request, me, desk, insight, first, to, group)


def csv_file(text: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


async def _page(
    request: Request, me: Me, desk: Desk, insight: Insight, first: str, last: str, group: str
) -> HTMLResponse:
    try:
        period = read_period(first, last, today())
    except BadPeriod as problem:
        return _refused(request, me, str(problem))

    def drawn() -> HTMLResponse:
        with desk.store.writing() as session:  # who asks for many periods could subtract them
            audit.note(session, me.id, "figures", str(period))
        told = insight.report(period, today(), [group] if group else OVERVIEW)
        return _shown(request, me, period, group, told)

    return await run_sync(drawn)  # numbers, charts and template: nothing for the event loop


def _shown(request: Request, me: Me, period: Period, group: str, told: Report) -> HTMLResponse:
    charts = {table.of.key: draw(table) for one in told.groups for table in one.tables if group}
    return show(
        request, me, "staff/figures.html",
        report=told, period=period, group=group, charts=charts, fewest=FEWEST, bars=MOST_BARS,
        **_around(),
    )  # fmt: skip


def _refused(request: Request, me: Me, problem: str, status: int = 422) -> HTMLResponse:
    return show(
        request, me, "staff/figures.html", status=status, problem=problem,
        report=None, period=usual(today()), group="", charts={}, fewest=FEWEST, **_around(),
    )  # fmt: skip


def _around() -> dict[str, Any]:
    return {"groups": GROUP_LABELS, "periods": _periods(today()), "today": today()}


def _periods(today: date) -> Sequence[tuple[str, Period]]:
    """Periods that are asked for often."""
    yesterday = today - timedelta(days=1)
    end = today.replace(day=1) - timedelta(days=1)
    quarter = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1) - timedelta(days=1)
    return (
        ("7 ngày qua", Period(today - timedelta(days=7), yesterday)),
        ("30 ngày qua", usual(today)),
        ("Tháng trước", Period(end.replace(day=1), end)),
        ("Quý trước", Period(date(quarter.year, quarter.month - 2, 1), quarter)),
    )
