"""A page to call the hotline with the microphone of this machine's browser.

It is off unless MOTCUA_VOICE_MICROPHONE is set, for it gives a stream's token to whoever asks; and
it is for the browser of this machine alone.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import FileResponse
from pydantic import BaseModel

from bot.channels.caller import Keepers
from voice.parts import Shared

STATIC = Path(__file__).parent / "static"
FILES = {file.name: file for file in STATIC.iterdir() if file.is_file()}
HERE = {"127.0.0.1", "localhost", "::1"}
_THIS_MACHINE = Keepers(["127.0.0.0/8", "::1/128"])
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Permissions-Policy": "microphone=(self)",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


def on_this_machine(request: Request) -> None:
    """404 for anybody else; also for another site's name that leads to this machine."""
    if not _THIS_MACHINE.include(request) or request.url.hostname not in HERE:
        raise HTTPException(404)


router = APIRouter(prefix="/voice/microphone", dependencies=[Depends(on_this_machine)])


class Begun(BaseModel):
    """What the page's stream has to show."""

    call: str
    token: str


@router.post("/call")
async def begin(parts: Shared) -> Begun:
    call = f"CA{secrets.token_hex(16)}"
    return Begun(call=call, token=parts.tokens.issue(call, ""))


@router.get("")
async def page() -> FileResponse:
    return FileResponse(STATIC / "microphone.html", headers=_HEADERS)


@router.get("/{name}")
async def file(name: str) -> FileResponse:
    if name not in FILES:
        raise HTTPException(404)
    return FileResponse(FILES[name], headers=_HEADERS)
