"""The cookie of a signed-in browser."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from bot.settings import Settings

NAME = "motcua_staff"
LONGEST = 128  # of what a browser may send as one


def token_of(request: Request) -> str | None:
    token = request.cookies.get(NAME)
    return token if token and len(token) <= LONGEST else None


def give(response: Response, token: str, settings: Settings) -> None:
    """Until the browser is closed; the server ends it earlier."""
    response.set_cookie(
        NAME, token, path="/staff", httponly=True, samesite="lax", secure=over_https(settings)
    )


def take_back(response: Response) -> None:
    response.delete_cookie(NAME, path="/staff")


def over_https(settings: Settings) -> bool:
    return settings.public_url.lower().startswith("https://")
