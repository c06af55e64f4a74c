"""Pages of the console: what each of them shows around its own content."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from fastapi import Request
from starlette.responses import HTMLResponse, RedirectResponse

from bot.clock import HANOI
from bot.settings import Settings
from bot.web.pages import templates
from bot.web.staff.guard import Me
from bot.web.staff.menu import current, menu_of


def _when(at: datetime) -> str:
    """In Hanoi: "22/11/2026 16:25"."""
    return at.astimezone(HANOI).strftime("%d/%m/%Y %H:%M")


templates.env.filters["when"] = _when


def show(request: Request, me: Me, name: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A template that extends `staff/base.html`, with `me`, `menu`, `csrf` and `values`."""
    entries = [] if me.must_change else menu_of(me)
    around = {
        "me": me,
        "menu": entries,
        "current": current(request.url.path, entries),
        "csrf": me.csrf,
    }
    return _page(request, name, status, around | values)


def show_to_nobody(
    request: Request, name: str, *, status: int = 200, **values: Any
) -> HTMLResponse:
    """A page for who is not signed in."""
    return _page(request, name, status, values)


def back_to(path: str) -> RedirectResponse:
    """After a form: a reload must not send it again."""
    return RedirectResponse(path, 303)


def _page(request: Request, name: str, status: int, values: dict[str, Any]) -> HTMLResponse:
    settings: Settings = request.app.state.parts.settings
    values = {"official": settings.official, "hotline": settings.hotline} | values
    return templates.TemplateResponse(request, name, values, status_code=status)
