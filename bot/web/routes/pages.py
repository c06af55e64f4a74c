"""What a browser opens: the chat page, the widget, one procedure."""

from __future__ import annotations

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from bot.channels.edge import MAX_CHARS
from bot.clock import today
from bot.web.pages import STARTERS, render, templates, wants_page
from bot.web.parts import Shared
from bot.web.procedures import by_aspect, month

router = APIRouter()


@router.get("/", include_in_schema=False)
async def chat_page(request: Request, parts: Shared) -> Response:
    notices = await run_sync(parts.notices.now)
    return render(
        request, "chat.html", parts.settings, banner=notices.banner,
        starters=STARTERS, max_chars=MAX_CHARS, days=parts.settings.conversation_days,
    )  # fmt: skip


@router.get("/privacy", include_in_schema=False)
async def privacy_page(request: Request, parts: Shared) -> Response:
    """What is kept, why, how long; what a person may ask for."""
    return render(request, "privacy.html", parts.settings, kept=parts.settings)


@router.get("/widget.js", include_in_schema=False)
async def widget(request: Request, parts: Shared) -> Response:
    """The script that adds the assistant to another site with one tag."""
    response = templates.TemplateResponse(
        request,
        "widget.js",
        {"origins": parts.settings.allowed_origins},
        media_type="text/javascript",
    )
    response.headers["Cache-Control"] = "public, max-age=300"
    return response


@router.get("/online-only")
async def online_only(request: Request, parts: Shared) -> Response:
    """What the city takes only online, by its weekly list: a page, JSON by `Accept`."""
    listed = await run_sync(parts.procedures.online_only, today())
    if wants_page(request):
        return varying(render(request, "online_only.html", parts.settings, listed=listed))
    if listed is None:
        return varying(JSONResponse({"asof": None, "procedures": []}))
    rows = [{"code": code, "title": title} for code, title in listed.rows]
    body = {"asof": listed.asof.isoformat(), "source": listed.source, "old": listed.old}
    return varying(JSONResponse({**body, "procedures": rows}))


def varying(response: Response) -> Response:
    """The same address is a page for one and JSON for another."""
    response.headers["Vary"] = "Accept"
    return response


@router.get("/procedures/{code}")
async def procedure(code: str, request: Request, parts: Shared) -> Response:
    """One procedure: a page for people, JSON by `Accept`."""
    notices = await run_sync(parts.notices.now)
    shown = await run_sync(parts.procedures.show, code, today(), notices.down)
    if not wants_page(request):
        return varying(JSONResponse({"card": shown.card, "procedure": shown.record}))
    response = render(
        request,
        "procedure.html",
        parts.settings,
        card=shown.card,
        groups=by_aspect(shown.card["sections"]),
        month=month(shown.card["asof"]),
    )
    return varying(response)
