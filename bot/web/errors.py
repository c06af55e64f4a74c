"""Every error leaves as a problem document, or as a page for a person who follows a link."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.channels import problems
from bot.channels.metrics import Metrics
from bot.channels.problems import Problem
from bot.web.pages import error_page, wants_page

log = logging.getLogger(__name__)


def install(app: FastAPI, hotline: str, metrics: Metrics) -> None:
    def answer(request: Request, problem: Problem) -> Response:
        metrics.refused(problem.kind)
        if wants_page(request):
            return error_page(request, problem)
        return problem.response()

    async def on_problem(request: Request, error: Exception) -> Response:
        assert isinstance(error, Problem)
        return answer(request, error)

    async def on_invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return answer(request, problems.malformed(_where(error)))

    async def on_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        problem = problems.by_status(error.status_code)
        problem.headers.update(error.headers or {})
        return answer(request, problem)

    async def on_crash(request: Request, error: Exception) -> Response:
        log.error("unhandled error in %s", request.scope.get("route"), exc_info=error)
        return answer(request, problems.internal(hotline))

    app.add_exception_handler(Problem, on_problem)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(Exception, on_crash)


def _where(error: RequestValidationError) -> str:
    """Names of the members at fault; never their values, which may be personal."""
    names = {str(item["loc"][-1]) for item in error.errors() if item.get("loc")}
    known = {"text", "session", "client_message_id", "turn_id", "useful", "comment", "after"}
    return ", ".join(sorted(names & known)) or "nội dung JSON"
