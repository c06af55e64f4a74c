"""What a browser opens: the chat page, the widget, one procedure."""

from __future__ import annotations

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from bot.clock import today
from bot.web.edge import MAX_CHARS
from bot.web.pages import STARTERS, render, templates, wants_page
from bot.web.parts import Shared
from bot.web.procedures import by_aspect, month

router = APIRouter()


@router.get("/", include_in_schema=False)
async def chat_page(request: Request, parts: Shared) -> Response:
    return render(
        request, "chat.html", parts.settings,
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


@router.get("/procedures/{code}")
async def procedure(code: str, request: Request, parts: Shared) -> Response:
    """One procedure: a page for people, JSON by `Accept`."""
    shown = await run_sync(parts.procedures.show, code, today())
    if not wants_page(request):
        return JSONResponse(
            {"card": shown.card, "procedure": shown.record}, headers={"Vary": "Accept"}
        )
    response = render(
        request,
        "procedure.html",
        parts.settings,
        card=shown.card,
        groups=by_aspect(shown.card["sections"]),
        month=month(shown.card["asof"]),
    )
    response.headers["Vary"] = "Accept"
    return response
