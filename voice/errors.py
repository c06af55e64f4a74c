"""Errors of the webhooks as problem documents, beside `bot.channels.problems`."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from bot.channels import problems
from bot.channels.problems import Problem


def not_connected() -> Problem:
    return _refused("not-connected", "Chưa có nhà mạng nào được kết nối.")


def not_signed() -> Problem:
    return _refused("not-signed", "Yêu cầu không có chữ ký đúng của nhà mạng.")


def _refused(kind: str, detail: str) -> Problem:
    return Problem(403, kind, "Không được nhận", detail)


def answer_as_problems(app: FastAPI) -> None:
    async def on_problem(_: Request, error: Exception) -> Response:
        assert isinstance(error, Problem)
        return error.response()

    async def on_invalid(_: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        where = ", ".join(str(one["loc"][-1]) for one in error.errors())
        return problems.malformed(where).response()

    async def on_http(_: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return problems.by_status(error.status_code).response()

    app.add_exception_handler(Problem, on_problem)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(HTTPException, on_http)
