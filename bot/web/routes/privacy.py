"""A person's own hand on what is kept: take a copy of it, end it."""

from __future__ import annotations

from typing import Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field
from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import JSONResponse

from bot.channels import problems
from bot.privacy.held import Busy, UnknownSession
from bot.web.parts import Parts, Shared
from bot.web.routes.chat import read_often
from bot.web.signin.signed_in import OPTIONAL, SignedIn

router = APIRouter(prefix="/api/chat/{session}", dependencies=[Depends(read_often)])
FILE = {"Content-Disposition": 'attachment; filename="cuoc-tro-chuyen.json"'}
LONGEST = 128  # of a session


class Deleted(BaseModel):
    deleted: dict[str, int] = Field(description="rows of each table")


@router.get("/export", response_model=dict[str, Any], openapi_extra=OPTIONAL)
async def export(session: str, person: SignedIn, parts: Shared) -> JSONResponse:
    """Everything kept of the conversation, with each field explained; also of an ended session."""
    await _own(session, person, parts)
    try:
        return JSONResponse(await run_sync(parts.privacy.export, session[:LONGEST]), headers=FILE)
    except UnknownSession:
        raise problems.no_session() from None


@router.delete("", openapi_extra=OPTIONAL)
async def delete(session: str, person: SignedIn, parts: Shared) -> Deleted:
    """Delete everything kept of the conversation, at once; also of an ended session."""
    await _own(session, person, parts)
    try:
        return Deleted(deleted=await run_sync(parts.privacy.delete, session[:LONGEST]))
    except UnknownSession:
        raise problems.no_session() from None
    except (Busy, SQLAlchemyError) as error:
        raise problems.not_deleted() from error


async def _own(session: str, person: str | None, parts: Parts) -> None:
    """A signed-in person's conversation is nobody else's, whoever knows its word."""
    if not await run_sync(parts.sessions.belongs, session[:LONGEST], person):
        raise problems.no_session()
