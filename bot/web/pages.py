"""Pages for people: templates, and who wants a page rather than JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.templating import Jinja2Templates
from starlette.responses import Response

from bot.channels.problems import Problem
from bot.settings import Settings
from bot.text.masked import WHY, WORDS, masked

templates = Jinja2Templates(directory=Path(__file__).parent / "templates")
templates.env.filters["masked"] = masked
templates.env.globals |= {"masked_words": dict(WORDS), "masked_why": WHY}

# What is asked most, in people's words; each is sent as it stands.
STARTERS = (
    ("Khai sinh", "Làm giấy khai sinh cho con cần giấy tờ gì?"),
    ("Căn cước", "Làm thẻ căn cước ở đâu?"),
    ("Hộ chiếu", "Làm hộ chiếu hết bao nhiêu tiền?"),
    ("Kết hôn", "Đăng ký kết hôn cần giấy tờ gì?"),
    ("Tạm trú", "Đăng ký tạm trú qua mạng thế nào?"),
    ("Mở hộ kinh doanh", "Đăng ký hộ kinh doanh mất bao lâu?"),
    ("Hồ sơ đã nộp", "Hồ sơ của tôi đến đâu rồi?"),
)


def wants_page(request: Request) -> bool:
    """A browser that follows a link asks for HTML first; programs mostly ask for anything."""
    if request.url.path.startswith("/api/"):
        return False
    return "text/html" in request.headers.get("accept", "").lower()


def render(
    request: Request, name: str, settings: Settings, status: int = 200, **values: Any
) -> Response:
    """A template with what every page shows: the disclaimer and the hotline."""
    context = {"official": settings.official, "hotline": settings.hotline, **values}
    return templates.TemplateResponse(request, name, context, status_code=status)


def error_page(request: Request, problem: Problem) -> Response:
    settings: Settings = request.app.state.parts.settings
    response = render(request, "error.html", settings, problem.status, problem=problem)
    response.headers.update(problem.headers)
    return response
