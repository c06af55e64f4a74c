"""For those who keep the service running."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from starlette.responses import JSONResponse

from bot.channels import health, problems
from bot.channels.caller import address
from bot.web.parts import Shared

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
async def alive() -> dict[str, str]:
    """This process answers."""
    return {"status": "ok"}


@router.get("/readyz")
async def ready(request: Request, parts: Shared) -> JSONResponse:
    """Able to answer a question: 200, else 503; which parts are missing is for the keepers."""
    inside = parts.keepers.include(request)
    if not inside:
        await parts.limits.reading(address(request))
    states = await health.run(request.app.state.checks)
    ok = all(state == "ok" for state in states.values())
    body = {"status": "ok" if ok else "unavailable"} | ({"parts": states} if inside else {})
    return JSONResponse(body, 200 if ok else 503)


@router.get("/metrics")
async def metrics(request: Request, parts: Shared) -> Response:
    """Figures for the keepers; for others there is no such page."""
    if not parts.keepers.include(request):
        raise problems.by_status(404)
    return Response(parts.metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")
