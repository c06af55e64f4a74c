"""The web application: `create_app()` wires the parts together."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from threading import Event

from anyio.to_thread import run_sync
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.staticfiles import StaticFiles

from bot.keyed import Keyed, load_key
from bot.settings import Settings
from bot.settings import settings as environment
from bot.store import Store, migrate
from bot.web import errors, health
from bot.web.caller import Keepers
from bot.web.chat import Chat
from bot.web.conversations import Conversations, Life
from bot.web.guard import BodyLimit, SecurityHeaders
from bot.web.metrics import Metrics
from bot.web.parts import Parts
from bot.web.procedures import Procedures
from bot.web.rasa import Rasa
from bot.web.ratelimit import RateLimit
from bot.web.routes import chat, pages
from bot.web.routes import health as health_routes
from bot.web.sessions import Sessions
from bot.web.signin.opening import open_sign_in
from bot.web.streams import Streams

STATIC = Path(__file__).parent / "static"
PURGE_EVERY_S = 3600
log = logging.getLogger(__name__)


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application on a database whose schema is upgraded first."""
    settings = settings or environment()
    migrate(settings.database)
    store = Store(settings.database)
    parts = _parts(settings, store)
    app = FastAPI(
        title="motcua", version="1", lifespan=_lifespan, docs_url=None, redoc_url=None
    )  # the documentation pages of FastAPI load scripts from elsewhere
    app.state.parts = parts
    app.state.store = store
    app.state.checks = health.checks(settings, parts.rasa, store)
    errors.install(app, settings.hotline, parts.metrics)
    app.add_middleware(BodyLimit)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.allowed_origins,
        allow_methods=["GET", "POST"],
        allow_headers=["Authorization", "Content-Type"],
        expose_headers=["Retry-After"],
    )
    app.add_middleware(SecurityHeaders, allowed_origins=settings.allowed_origins)
    app.include_router(chat.router)
    app.include_router(pages.router)
    app.include_router(health_routes.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


def _parts(settings: Settings, store: Store) -> Parts:
    life = Life(timedelta(hours=settings.session_hours), timedelta(days=settings.conversation_days))
    conversations = Conversations(store, life)
    keyed = Keyed(load_key(settings.secret_key, settings.var_dir))
    sessions = Sessions(conversations, keyed)
    rasa = Rasa(settings.rasa_url, settings.rasa_timeout_s)
    metrics = Metrics()
    return Parts(
        settings=settings,
        conversations=conversations,
        sessions=sessions,
        signin=open_sign_in(settings, keyed),
        chat=Chat(
            conversations, sessions, rasa, metrics,
            timeout_s=settings.rasa_timeout_s, hotline=settings.hotline,
        ),
        rasa=rasa,
        limits=RateLimit(
            settings.rate_session, settings.rate_ip, settings.rate_ip_read, settings.rate_ip_exempt
        ),
        streams=Streams(settings.event_streams_session, settings.event_streams),
        keepers=Keepers(settings.keeper_networks),
        metrics=metrics,
        procedures=Procedures(),
        stopping=Event(),
    )  # fmt: skip


@contextlib.asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    parts: Parts = app.state.parts
    purging = asyncio.create_task(_purge(parts.conversations))
    try:
        yield
    finally:
        purging.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await purging
        await parts.rasa.close()
        if parts.signin:
            await parts.signin.close()
        app.state.store.close()


async def _purge(conversations: Conversations) -> None:
    while True:
        try:
            await run_sync(conversations.purge)
        except Exception:
            log.exception("old conversations could not be deleted")
        await asyncio.sleep(PURGE_EVERY_S)
