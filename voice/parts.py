"""What the routes share: built once per application."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from bot.channels.caller import Keepers
from bot.channels.health import Check
from bot.settings import Settings
from voice.metrics import VoiceMetrics
from voice.records import Records
from voice.speaking.port import Voice
from voice.switchboard import Switchboard
from voice.tokens import Tokens


@dataclass(frozen=True)
class Parts:
    settings: Settings
    switchboard: Switchboard
    records: Records
    tokens: Tokens
    voice: Voice
    metrics: VoiceMetrics
    keepers: Keepers
    checks: dict[str, Check]


def _parts(connection: HTTPConnection) -> Parts:
    parts: Parts = connection.app.state.parts
    return parts


Shared = Annotated[Parts, Depends(_parts)]
