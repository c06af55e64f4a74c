"""What a citizen's page does while a person is waited for or talked with."""

from __future__ import annotations

from typing import Annotated, Literal

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field

from bot.care.telephone import local
from bot.channels.caller import address
from bot.channels.conversations import Gone
from bot.channels.handovers import NotPossible
from bot.channels.problems import Problem
from bot.channels.sessions import Seat
from bot.web.parts import Shared
from bot.web.routes.chat import Seated, write_often
from bot.web.signin.signed_in import OPTIONAL

router = APIRouter(prefix="/api/chat/{session}")


async def writing(request: Request, seat: Seated, parts: Shared) -> Seat:
    """The session in the path; a 429 problem when it or its address writes too often."""
    await write_often(request, parts)
    await parts.limits.session(seat.token)
    return seat


async def typing_often(request: Request, seat: Seated, parts: Shared) -> Seat:
    """Signs of typing count as reading: they must not use up the messages that may be written."""
    await parts.limits.reading(address(request))
    return seat


Writing = Annotated[Seat, Depends(writing)]
Typing = Annotated[Seat, Depends(typing_often)]


class End(BaseModel):
    how: Literal["give_back", "close"] = Field(
        description="give_back: back to the assistant; close: wait or talk no longer"
    )


class Number(BaseModel):
    """Goes nowhere but into its sealed place: no message, no log, no assistant has it."""

    number: str = Field(max_length=40, repr=False)
    agreed: Literal[True] = Field(description="to the `consent` that the hand-over shows")


class Ended(BaseModel):
    ended: Literal[True] = True


class Promised(BaseModel):
    until: str = Field(description="they are called until then")


@router.post("/handover/end", openapi_extra=OPTIONAL)
async def end(ending: End, seat: Writing, parts: Shared) -> Ended:
    """Go back to the assistant, or stop; 409 when it has ended or gone on meanwhile."""
    try:
        await run_sync(parts.handovers.citizen_ends, seat.conversation, ending.how)
    except (NotPossible, Gone) as error:
        raise _over() from error
    return Ended()


@router.post("/handover/call-back", openapi_extra=OPTIONAL)
async def call_back(left: Number, seat: Writing, parts: Shared) -> Promised:
    """Leave a telephone number instead of waiting; 422 for one that is none, 409 as above."""
    number = local(left.number)
    if not number:
        raise _no_number()
    try:
        until = await run_sync(parts.handovers.call_back, seat.conversation, number)
    except (NotPossible, Gone) as error:
        raise _over() from error
    return Promised(until=until.isoformat())


@router.post("/typing", status_code=204, openapi_extra=OPTIONAL)
async def typing(seat: Typing, parts: Shared) -> None:
    """The citizen types; forgotten after some seconds."""
    await run_sync(parts.handovers.citizen_types, seat.conversation.sender)


def _over() -> Problem:
    return Problem(
        409,
        "handover-over",
        "Việc gặp cán bộ đã thay đổi",
        "Việc gặp cán bộ đã kết thúc hoặc vừa thay đổi. Anh/chị xem lại cuộc trò chuyện.",
    )


def _no_number() -> Problem:
    return Problem(
        422,
        "no-number",
        "Số điện thoại chưa đúng",
        "Anh/chị nhập số di động hoặc số máy bàn trong nước, ví dụ bắt đầu bằng 09 hoặc 024.",
    )
