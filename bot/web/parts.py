"""What the routes share: built once per application, handed to each request."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event
from typing import Annotated

from fastapi import Depends, Request

from bot.channels.advisers import Advisers
from bot.channels.caller import Keepers
from bot.channels.chat import Chat
from bot.channels.conversations import Conversations
from bot.channels.handover_watch import HandOverWatch
from bot.channels.handovers import HandOvers
from bot.channels.metrics import Metrics
from bot.channels.rasa import Rasa
from bot.channels.sessions import Sessions
from bot.inbox.opening import Outside
from bot.notices.watch import Watch
from bot.privacy.service import Privacy
from bot.settings import Settings
from bot.web.procedures import Procedures
from bot.web.ratelimit import RateLimit
from bot.web.signin.tokens import SignIn
from bot.web.streams import Streams


@dataclass(frozen=True)
class Parts:
    settings: Settings
    conversations: Conversations
    sessions: Sessions
    signin: SignIn | None  # None: no tokens are taken
    chat: Chat
    handovers: HandOvers
    advisers: Advisers
    handover_watch: HandOverWatch
    outside: Outside | None  # None: advisers answer in the console alone
    rasa: Rasa
    limits: RateLimit
    streams: Streams
    keepers: Keepers
    metrics: Metrics
    privacy: Privacy
    procedures: Procedures
    notices: Watch
    stopping: Event  # set when the process is told to stop: open event streams end


def _parts(request: Request) -> Parts:
    parts: Parts = request.app.state.parts
    return parts


Shared = Annotated[Parts, Depends(_parts)]
