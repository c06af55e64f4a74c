"""Conversations that wait for a person, and those that an adviser has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, Response

from bot.channels.conversations import Gone
from bot.channels.edge import MAX_CHARS, clean_staff
from bot.channels.handovers import NotPossible
from bot.channels.problems import Problem
from bot.web.parts import Parts, Shared
from bot.web.staff.guard import Me
from bot.web.staff.in_play import in_play
from bot.web.staff.pages import back_to, show
from bot.web.staff.talks import (
    TOO_LATE,
    Advising,
    Number,
    adviser,
    held_by_me,
    named,
    rows_of,
    turns_of,
)

router = APIRouter()
HERE = "/staff/conversations"


@router.get(HERE)
async def conversations(request: Request, me: Advising, parts: Shared) -> HTMLResponse:
    return await _list(request, me, parts)


@router.get(f"{HERE}/{{handover}}")
async def conversation(
    handover: Number, request: Request, me: Advising, parts: Shared
) -> HTMLResponse:
    """One conversation, for the adviser who has it."""
    held = await held_by_me(parts, handover, me)
    turns = await run_sync(turns_of, parts, held.conversation.id, me)
    await run_sync(parts.advisers.here, handover, adviser(me))
    notices = await run_sync(parts.notices.now)
    return show(
        request, me, "staff/conversation.html", one=held.handover, turns=turns,
        in_play=await run_sync(in_play, turns, notices.down),
        revision=max((turn.revision for turn in turns), default=0), max_chars=MAX_CHARS,
    )  # fmt: skip


@router.post(f"{HERE}/{{handover}}/take")
async def take(handover: Number, request: Request, me: Advising, parts: Shared) -> Response:
    try:
        await run_sync(parts.advisers.take, handover, adviser(me))
    except (NotPossible, Gone):
        if await run_sync(parts.advisers.held, handover, adviser(me)):  # a second click
            return back_to(f"{HERE}/{handover}")
        return await _list(request, me, parts, TOO_LATE, 409)
    return back_to(f"{HERE}/{handover}")


@router.post(f"{HERE}/{{handover}}/say")
async def say(
    handover: Number, me: Advising, parts: Shared, text: Annotated[str, Form()] = ""
) -> Response:
    clean = clean_staff(text)
    return await _done(lambda: parts.advisers.say(handover, adviser(me), clean), handover)


@router.post(f"{HERE}/{{handover}}/put-back")
async def put_back(handover: Number, me: Advising, parts: Shared) -> Response:
    return await _done(lambda: parts.advisers.put_back(handover, adviser(me)))


@router.post(f"{HERE}/{{handover}}/give-back")
async def give_back(handover: Number, me: Advising, parts: Shared) -> Response:
    return await _done(lambda: parts.advisers.give_back(handover, adviser(me)))


@router.post(f"{HERE}/{{handover}}/close")
async def close(handover: Number, me: Advising, parts: Shared) -> Response:
    return await _done(lambda: parts.advisers.close(handover, adviser(me)))


async def _done(act: Callable[[], None], handover: int | None = None) -> Response:
    try:
        await run_sync(act)
    except (NotPossible, Gone) as error:
        raise Problem(409, "staff-too-late", "Chưa làm được", TOO_LATE) from error
    return back_to(f"{HERE}/{handover}" if handover else HERE)


async def _list(
    request: Request, me: Me, parts: Parts, problem: str = "", status: int = 200
) -> HTMLResponse:
    queue, mine = await run_sync(rows_of, parts, me)
    return show(
        request, me, "staff/conversations.html", status=status,
        queue=queue, mine=mine, version=named(queue, mine), problem=problem,
    )  # fmt: skip
