"""For those who keep the service running."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from starlette.responses import JSONResponse

from bot.web import health
from bot.web.parts import Shared

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
async def alive() -> dict[str, str]:
    """This process answers."""
    return {"status": "ok"}


@router.get("/readyz")
async def ready(request: Request) -> JSONResponse:
    """Able to answer a question: 200, else 503 with the parts that are missing."""
    states = await health.run(request.app.state.checks)
    ok = all(state == "ok" for state in states.values())
    body = {"status": "ok" if ok else "unavailable", "parts": states}
    return JSONResponse(body, 200 if ok else 503)


@router.get("/metrics")
async def metrics(parts: Shared) -> Response:
    return Response(parts.metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")
