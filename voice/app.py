"""The telephone service: `create_app()` wires the parts together."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from datetime import timedelta

from fastapi import APIRouter, FastAPI, HTTPException, Request, Response, WebSocket
from starlette.responses import JSONResponse
from starlette.websockets import WebSocketDisconnect

from bot.channels import health
from bot.channels.bodylimit import BodyLimit
from bot.channels.caller import Keepers
from bot.channels.chat import Chat
from bot.channels.conversations import Conversations, life
from bot.channels.rasa import Rasa
from bot.channels.sessions import Sessions
from bot.keyed import Keyed, load_key
from bot.notices.watch import Watch
from bot.settings import Settings
from bot.settings import settings as environment
from bot.store import Store, migrate
from voice import errors, sounds, webhooks
from voice.carriers.port import Broken
from voice.carriers.twilio import TwilioStream
from voice.exchange import exchange
from voice.hearing.beside import Hearing
from voice.hearing.opening import open_recogniser
from voice.hearing.port import Recogniser
from voice.metrics import VoiceMetrics
from voice.microphone import page as microphone
from voice.parts import Parts, Shared
from voice.people import People
from voice.records import Records
from voice.speaking.opening import open_voice
from voice.speaking.port import Voice
from voice.switchboard import Switchboard
from voice.tokens import Tokens

router = APIRouter()


def create_app(
    settings: Settings | None = None,
    recogniser: Recogniser | None = None,
    voice: Voice | None = None,
) -> FastAPI:
    """The application on a database whose schema is upgraded first.

    Raises:
        HearingProblem, VoiceProblem, StoreProblem: with the remedy in them.
    """
    settings = settings or environment()
    migrate(settings.database)
    store = Store(settings.database)
    key = load_key(settings.secret_key, settings.var_dir)
    keyed = Keyed(key)
    conversations = Conversations(store, life(settings))
    sessions = Sessions(conversations, keyed)
    rasa = Rasa(settings.rasa_url, settings.rasa_timeout_s, channel="voice")
    metrics = VoiceMetrics()
    chat = Chat(
        conversations, sessions, rasa, metrics,
        timeout_s=settings.rasa_timeout_s, hotline=settings.hotline,
    )  # fmt: skip
    records = Records(store, keyed)
    records.left_over(timedelta(minutes=2 * settings.voice_longest_min))
    hearing = Hearing(
        recogniser or open_recogniser(settings), settings.voice_hear_timeout_s, metrics.heard
    )
    voice = voice or open_voice(settings)
    switchboard = Switchboard(
        settings, sessions, chat, records, People(settings, store, key), hearing, voice,
        metrics, Watch(store),
    )  # fmt: skip

    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        async with exchange(settings, switchboard):
            yield
        hearing.close()
        switchboard.close()
        await rasa.close()
        store.close()

    app = FastAPI(
        title="motcua voice", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None
    )
    app.state.parts = Parts(
        settings=settings,
        switchboard=switchboard,
        records=records,
        tokens=Tokens(keyed),
        voice=voice,
        metrics=metrics,
        keepers=Keepers(settings.keeper_networks),
        checks=health.checks(settings, rasa, store),
    )
    app.add_middleware(BodyLimit)
    errors.answer_as_problems(app)
    app.include_router(webhooks.router)
    app.include_router(sounds.router)
    app.include_router(router)
    if settings.voice_microphone:
        app.include_router(microphone.router)
    return app


@router.websocket("/voice/stream")
async def stream(socket: WebSocket, parts: Shared) -> None:
    """A call's sound, for who has the token that our answer to the webhook gave."""
    await socket.accept()
    carrier = TwilioStream(socket)
    try:
        facts = await carrier.open()
    except Broken as broken:
        await carrier.close(str(broken))
        return
    except WebSocketDisconnect:
        return
    told = facts.custom_parameters
    number = told.get("number", "")
    if not parts.tokens.holds(told.get("token", ""), facts.call_sid, number):
        await carrier.close("no token of this call")
        return
    await parts.switchboard.take(carrier, number)


@router.get("/healthz")
async def alive() -> dict[str, str]:
    return {"status": "ok"}


@router.get("/readyz")
async def ready(request: Request, parts: Shared) -> JSONResponse:
    """Able to answer a call: 200, else 503; which parts are missing is for the keepers."""
    states = await health.run(parts.checks)
    ok = all(state == "ok" for state in states.values())
    inside = parts.keepers.include(request)
    body = {"status": "ok" if ok else "unavailable"} | ({"parts": states} if inside else {})
    return JSONResponse(body, 200 if ok else 503)


@router.get("/metrics")
async def metrics(request: Request, parts: Shared) -> Response:
    if not parts.keepers.include(request):
        raise HTTPException(404)
    return Response(parts.metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")
