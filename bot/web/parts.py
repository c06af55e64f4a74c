"""What the routes share: built once per application, handed to each request."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event
from typing import Annotated

from fastapi import Depends, Request

from bot.privacy.service import Privacy
from bot.settings import Settings
from bot.web.caller import Keepers
from bot.web.chat import Chat
from bot.web.conversations import Conversations
from bot.web.metrics import Metrics
from bot.web.procedures import Procedures
from bot.web.rasa import Rasa
from bot.web.ratelimit import RateLimit
from bot.web.sessions import Sessions
from bot.web.signin.tokens import SignIn
from bot.web.streams import Streams


@dataclass(frozen=True)
class Parts:
    settings: Settings
    conversations: Conversations
    sessions: Sessions
    signin: SignIn | None  # None: no tokens are taken
    chat: Chat
    rasa: Rasa
    limits: RateLimit
    streams: Streams
    keepers: Keepers
    metrics: Metrics
    privacy: Privacy
    procedures: Procedures
    stopping: Event  # set when the process is told to stop: open event streams end


def _parts(request: Request) -> Parts:
    parts: Parts = request.app.state.parts
    return parts


Shared = Annotated[Parts, Depends(_parts)]
