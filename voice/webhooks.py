"""The carrier's webhooks: a call comes in, what follows its stream, how it ended."""

from __future__ import annotations

import logging
from typing import Annotated
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import PlainTextResponse
from sqlalchemy.exc import SQLAlchemyError
from twilio.request_validator import RequestValidator
from twilio.twiml.voice_response import Connect, VoiceResponse

from bot.channels import problems
from bot.text.loglines import way_of
from voice import errors
from voice.parts import Parts, Shared

log = logging.getLogger(__name__)
router = APIRouter(prefix="/voice")
MOST_FIELDS = 100
UNANSWERED = {"busy", "no-answer", "failed"}  # of a person's telephone
BROKEN_OFF = {None, "broken", "lost"}  # None: a process died before it could say


async def signed(request: Request, parts: Shared) -> dict[str, str]:
    """The form's fields, from the carrier and nobody else; 403 when they are not."""
    settings = parts.settings
    if not (settings.voice_public_url and settings.voice_auth_token):
        raise errors.not_connected()
    body = (await request.body()).decode("utf-8", "replace")
    try:
        fields = dict(parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        raise errors.not_signed() from None
    url = settings.voice_public_url.rstrip("/") + request.url.path
    if request.url.query:
        url += f"?{request.url.query}"
    signature = request.headers.get("X-Twilio-Signature", "")
    if not RequestValidator(settings.voice_auth_token).validate(url, fields, signature):
        raise errors.not_signed()
    if not fields.get("CallSid"):
        raise problems.malformed("CallSid")
    return fields


Fields = Annotated[dict[str, str], Depends(signed)]


@router.post("/incoming")
async def incoming(fields: Fields, parts: Shared) -> Response:
    """Connect the call with our stream. Asked again, nothing more happens: a call has one."""
    answer = VoiceResponse()
    if parts.switchboard.busy:
        answer.reject(reason="busy")
        return _xml(answer)
    call, number = fields["CallSid"], fields.get("From", "")
    connect = Connect()
    stream = connect.stream(url=_stream_url(parts))
    stream.parameter(name="token", value=parts.tokens.issue(call, number))
    stream.parameter(name="number", value=number)  # the carrier's own: it comes back
    answer.append(connect)
    answer.redirect(_public(parts, "after"), method="POST")
    return _xml(answer)


@router.post("/after")
async def after(fields: Fields, parts: Shared) -> Response:
    """What follows the stream: a person, or the end. Nobody is left with a line that goes dead."""
    answer = VoiceResponse()
    dialled = fields.get("DialCallStatus")
    cause = await _cause(parts, fields["CallSid"])
    if dialled in UNANSWERED:
        answer.play(_public(parts, "sounds/nobody.wav"))
    elif cause == "person" and parts.settings.voice_person and not dialled:
        answer.dial(
            parts.settings.voice_person, timeout=30, action=_public(parts, "after"), method="POST"
        )
        return _xml(answer)
    elif cause in BROKEN_OFF:
        answer.play(_public(parts, "sounds/trouble.wav"))
    answer.hangup()
    return _xml(answer)


@router.get("/next", response_class=PlainTextResponse)
async def next_(request: Request, parts: Shared, call: str) -> str:
    """What an exchange does after a call over AudioSocket: `person`, `trouble` or `end`.

    The exchange is no carrier that signs: it asks from a network of the keepers.
    """
    if not parts.keepers.include(request):
        raise HTTPException(404)
    cause = await _cause(parts, call)
    if cause in BROKEN_OFF:
        return "trouble"
    return "person" if cause == "person" else "end"


@router.post("/status", status_code=204)
async def status(fields: Fields, parts: Shared) -> None:
    """The call is over: a record whose process died meanwhile gets its end."""
    call, seconds = fields["CallSid"], fields.get("CallDuration", "")
    over = fields.get("CallStatus") in {"completed", "failed", "canceled"}
    if over and not parts.switchboard.holds(call):
        length = float(seconds) if seconds.isdecimal() else 0.0
        await run_sync(parts.records.lost, call, length)


async def _cause(parts: Parts, call: str) -> str | None:
    """As `Records.cause`; None also where the database does not tell, so that something is said."""
    try:
        return await run_sync(parts.records.cause, call)
    except SQLAlchemyError as error:
        log.error("how a call ended is not known: %s", way_of(error))
        return None


def _public(parts: Parts, path: str) -> str:
    return f"{parts.settings.voice_public_url.rstrip('/')}/voice/{path}"


def _stream_url(parts: Parts) -> str:
    public = urlsplit(parts.settings.voice_public_url)
    scheme = "ws" if public.scheme == "http" else "wss"
    path = f"{public.path.rstrip('/')}/voice/stream"
    return urlunsplit((scheme, public.netloc, path, "", ""))


def _xml(answer: VoiceResponse) -> Response:
    return Response(str(answer), media_type="application/xml")
