"""The web application: `create_app()` wires the parts together."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from threading import Event

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.staticfiles import StaticFiles

from bot.channels import health
from bot.channels.advisers import Advisers
from bot.channels.bodylimit import BodyLimit
from bot.channels.caller import Keepers
from bot.channels.chat import Chat
from bot.channels.conversations import Conversations, life
from bot.channels.metrics import Metrics
from bot.channels.rasa import Rasa
from bot.channels.sessions import Sessions
from bot.inbox.opening import open_inbox
from bot.keyed import Keyed, load_key
from bot.notices.watch import Watch
from bot.privacy.job import keep_expiring
from bot.settings import Settings
from bot.settings import settings as environment
from bot.store import Store, migrate
from bot.web import errors
from bot.web.guard import SecurityHeaders
from bot.web.handover import open_handovers, open_watch
from bot.web.parts import Parts
from bot.web.privacy import open_privacy
from bot.web.procedures import Procedures
from bot.web.ratelimit import RateLimit
from bot.web.routes import chat, checklist, handover, inbox, pages, privacy
from bot.web.routes import health as health_routes
from bot.web.signin.opening import open_sign_in
from bot.web.staff.catalogue import UPLOADS
from bot.web.staff.opening import open_console
from bot.web.staff.warming import warm_up
from bot.web.streams import Streams

STATIC = Path(__file__).parent / "static"


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
    app.add_middleware(BodyLimit, uploads=[UPLOADS])
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.allowed_origins,
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["Authorization", "Content-Type"],
        expose_headers=["Retry-After"],
    )
    app.add_middleware(SecurityHeaders, allowed_origins=settings.allowed_origins)
    app.include_router(chat.router)
    app.include_router(handover.router)
    app.include_router(inbox.router)
    app.include_router(privacy.router)
    app.include_router(pages.router)
    app.include_router(checklist.router)
    app.include_router(health_routes.router)
    open_console(app, settings, store)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


def _parts(settings: Settings, store: Store) -> Parts:
    conversations = Conversations(store, life(settings))
    key = load_key(settings.secret_key, settings.var_dir)
    keyed = Keyed(key)
    sessions = Sessions(conversations, keyed)
    handovers = open_handovers(settings, store, conversations, key)
    advisers = Advisers(store, conversations)
    rasa = Rasa(settings.rasa_url, settings.rasa_timeout_s)
    metrics = Metrics()
    return Parts(
        settings=settings,
        conversations=conversations,
        sessions=sessions,
        signin=open_sign_in(settings, keyed),
        chat=Chat(
            conversations, sessions, rasa, metrics,
            timeout_s=settings.rasa_timeout_s, hotline=settings.hotline, handovers=handovers,
        ),
        handovers=handovers,
        advisers=advisers,
        handover_watch=open_watch(settings, store, conversations),
        outside=open_inbox(settings, store, conversations, advisers),
        rasa=rasa,
        limits=RateLimit(
            settings.rate_session, settings.rate_ip, settings.rate_ip_read, settings.rate_ip_exempt
        ),
        streams=Streams(settings.event_streams_session, settings.event_streams),
        keepers=Keepers(settings.keeper_networks),
        metrics=metrics,
        privacy=open_privacy(settings),
        procedures=Procedures(),
        notices=Watch(store),
        stopping=Event(),
    )  # fmt: skip


@contextlib.asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    parts: Parts = app.state.parts
    beside = [
        asyncio.create_task(keep_expiring(parts.privacy, parts.settings.var_dir)),
        asyncio.create_task(parts.handover_watch.keep_looking()),
        asyncio.create_task(warm_up(app.state.insight)),
    ]
    if parts.outside:
        beside.append(asyncio.create_task(parts.outside.courier.keep_going()))
    try:
        yield
    finally:
        for task in beside:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        await parts.rasa.close()
        if parts.signin:
            await parts.signin.close()
        parts.privacy.close()
        app.state.store.close()
