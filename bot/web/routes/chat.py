"""The calls of a conversation: say, read back, listen, rate."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Annotated, Any, Literal

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.sse import EventSourceResponse
from pydantic import BaseModel, Field, StrictBool
from starlette.responses import JSONResponse

from bot.channels import notices, problems
from bot.channels.caller import address
from bot.channels.chat import Answer, Busy
from bot.channels.conversations import Gone
from bot.channels.deadline import Deadline, in_thread
from bot.channels.edge import Said, clean, clean_comment
from bot.channels.sessions import Seat
from bot.privacy.notice import notice
from bot.web.events import changes
from bot.web.handover import CitizenLooks
from bot.web.parts import Parts, Shared
from bot.web.signin.signed_in import OPTIONAL, SignedIn
from bot.web.views import HandOverView, TurnView, handover_view, turn_view

router = APIRouter(prefix="/api")

RETRY_S = 3
LAST = 2**31 - 1  # of a revision
SESSION = Field(default=None, max_length=128, description="leave out to get one")


class Say(BaseModel):
    text: str
    session: str | None = SESSION
    client_message_id: str | None = Field(
        default=None,
        pattern=r"^[\w.:-]{1,64}$",
        description="the same id twice in a session gives the same answer once; best a UUID",
    )


class Shown(BaseModel):
    text: str = Field(description="a whole answer on its own")
    payload: dict[str, Any] | None = Field(default=None, description="what a page draws")


class KeptNotice(BaseModel):
    """What is kept, how long, and how to end it."""

    text: str
    spoken: str = Field(description="the same for the ear")
    page: str = Field(description="address of the page that tells it all")


class Told(BaseModel):
    session: str
    turn_id: str
    messages: list[Shown]
    session_renewed: bool = Field(description="the session sent was unknown or had expired")
    notice: str | None = Field(default=None, description="said beside the answer")
    banner: str | None = Field(default=None, description="what everyone is told now; to be shown")
    privacy: KeptNotice | None = Field(
        default=None, description="with the first answer of a session: to be shown or said"
    )
    with_person: Literal[True] | None = Field(
        default=None, description="a person answers, as event `turn`; `messages` is empty"
    )


class Rating(BaseModel):
    session: str = Field(max_length=128)
    turn_id: str = Field(pattern=r"^[\w-]{1,64}$")
    useful: StrictBool
    comment: str | None = Field(default=None, max_length=4000)


class Saved(BaseModel):
    saved: Literal[True] = True


class History(BaseModel):
    turns: list[TurnView]
    revision: int = Field(description="give it to /events as `after`")
    expires_at: str
    handover: HandOverView = Field(description="how a hand-over to a person stands")


async def write_often(request: Request, parts: Shared) -> None:
    """A 429 problem when the address writes too often; before a token is looked at."""
    await parts.limits.address(address(request))


WRITING = [Depends(write_often)]


@router.post(
    "/chat",
    response_model=Told,
    response_model_exclude_none=True,
    dependencies=WRITING,
    openapi_extra=OPTIONAL,
)
async def say(said: Say, person: SignedIn, parts: Shared) -> Told | JSONResponse:
    """Answer one message. 503 with the same members when the assistant can't be reached."""
    cleaned = clean(said.text)
    if said.session:
        await parts.limits.session(said.session)
    seat, answer = await _answered(said, cleaned, person, parts)
    told = Told(
        session=seat.token,
        turn_id=answer.turn_id,
        messages=[Shown(**message) for message in answer.messages],
        session_renewed=seat.renewed,
        notice=notices.RENEWED if seat.renewed else None,
        banner=(await run_sync(parts.notices.now)).banner or None,
        privacy=KeptNotice(**asdict(notice(parts.settings))) if seat.new else None,
        with_person=None if answer.messages else True,
    )
    if answer.state == "failed":
        raise _unanswered(told.model_dump(exclude_none=True))
    return told


async def _answered(
    said: Say, cleaned: Said, person: str | None, parts: Parts
) -> tuple[Seat, Answer]:
    """The session's seat and the answer; a 503 problem when the time for it is over."""
    deadline = Deadline(parts.settings.turn_timeout_s)
    seat = None
    try:
        async with asyncio.timeout(deadline.left()):
            seat = await in_thread(
                parts.sessions.find_or_open, said.session, said.client_message_id, person
            )
            message = parts.sessions.name_of(said.client_message_id)
            return seat, await parts.chat.take(seat, cleaned, message, deadline)
    except Gone as error:  # the session it was sent in was deleted meanwhile
        raise _unanswered({}) from error
    except (Busy, TimeoutError) as error:
        raise _unanswered({"session": seat.token} if seat else {}) from error


def _unanswered(members: dict[str, Any]) -> problems.Problem:
    return problems.Problem(
        503,
        "unanswered",
        "Chưa trả lời được",
        "Tin nhắn đã được giữ lại. Gửi lại cùng client_message_id để nhận câu trả lời.",
        headers={"Retry-After": str(RETRY_S)},
        extra=members,
    )


async def seated(session: str, person: SignedIn, parts: Shared) -> Seat:
    """The session in the path; a 404 problem when it is unknown, has expired or is not theirs."""
    seat = await run_sync(parts.sessions.find, session, person) if len(session) <= 128 else None
    if not seat:
        raise problems.no_session()
    return seat


async def read_often(request: Request, parts: Shared) -> None:
    """A 429 problem when the address reads too often; before the database is asked."""
    await parts.limits.reading(address(request))


Seated = Annotated[Seat, Depends(seated)]


async def listening(seat: Seated, parts: Shared) -> AsyncIterator[Seat]:
    """The session in the path with a place for a stream; a 429 problem when none is left."""
    with parts.streams.place(seat.conversation.id), parts.metrics.listeners.track_inprogress():
        yield seat


Listening = Annotated[Seat, Depends(listening)]
READING = [Depends(read_often)]


@router.get(
    "/chat/{session}",
    response_model_exclude_none=True,
    dependencies=READING,
    openapi_extra=OPTIONAL,
)
async def history(seat: Seated, parts: Shared) -> History:
    """The conversation so far, oldest turn first."""
    rows = await run_sync(parts.conversations.turns, seat.conversation.id)
    stands = await run_sync(parts.handovers.standing, seat.conversation.sender)
    return History(
        turns=[turn_view(turn, useful) for turn, useful in rows],
        revision=max((turn.revision for turn, _ in rows), default=0),
        expires_at=seat.conversation.expires_at.isoformat(),
        handover=handover_view(stands),
    )


@router.get(
    "/chat/{session}/events",
    response_class=EventSourceResponse,
    dependencies=READING,
    openapi_extra=OPTIONAL,
)
async def events(
    seat: Listening,
    parts: Shared,
    after: Annotated[int, Query(ge=0, le=LAST)] = 0,
    last_event_id: Annotated[int | None, Header(ge=0, le=LAST)] = None,
) -> Any:
    """Server-sent events `turn`: each turn that is new or has changed, from any tab or person;
    `handover`: how it stands, at first and whenever that changes."""
    start = after if last_event_id is None else last_event_id
    conversation = seat.conversation
    handover = CitizenLooks(parts.handovers, conversation.sender)
    async for event in changes(
        parts.conversations, conversation.id, start, handover, parts.stopping
    ):
        yield event


@router.post("/feedback", dependencies=WRITING, openapi_extra=OPTIONAL)
async def feedback(rating: Rating, person: SignedIn, parts: Shared) -> Saved:
    """A thumb, and perhaps a word, on one answer; the newest holds."""
    await parts.limits.session(rating.session)
    seat = await seated(rating.session, person, parts)
    comment = clean_comment(rating.comment)
    found = await run_sync(
        parts.conversations.rate, seat.conversation.id, rating.turn_id, rating.useful, comment
    )
    if not found:
        raise problems.no_turn()
    return Saved()
