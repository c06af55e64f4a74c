"""Who is signed in, as the routes ask for it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from bot.web.parts import Shared
from bot.web.signin import problems

_bearer = HTTPBearer(
    auto_error=False,
    description="Optional: the host app's signed token. Then the session is this person's alone.",
)


async def _signed_in(
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)], parts: Shared
) -> str | None:
    """The person's keyed hash; None without a token; a 401 problem for one that does not hold."""
    if bearer is None:
        return None
    if parts.signin is None:
        raise problems.off()
    return await parts.signin.person(bearer.credentials)


OPTIONAL: dict[str, Any] = {"security": [{}]}  # for a route's description: no token will do as well
SignedIn = Annotated[str | None, Depends(_signed_in)]
