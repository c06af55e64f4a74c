"""Sentences that the carrier itself plays, when our stream is over: it speaks no Vietnamese."""

from __future__ import annotations

from typing import Literal

from anyio.to_thread import run_sync
from fastapi import APIRouter, Response

from voice import prompts
from voice.audio import wav
from voice.parts import Shared
from voice.speaking.mouth import sentences

router = APIRouter(prefix="/voice/sounds")

Sound = Literal["nobody", "trouble"]
_TEXTS: dict[Sound, str] = {"nobody": prompts.NOBODY, "trouble": prompts.TROUBLE}


@router.get("/{name}.wav", response_class=Response)
async def sound(name: Sound, parts: Shared) -> Response:
    """Nothing of any call; the carrier fetches it without a signature."""
    spoken = [await run_sync(parts.voice.speak, text) for text in sentences(_TEXTS[name])]
    return Response(wav(b"".join(spoken)), media_type="audio/wav")
