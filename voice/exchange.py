"""Where an Asterisk connects its calls to (`voice.carriers.audiosocket`)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from bot.settings import Settings
from voice.carriers.audiosocket import AudioSocket
from voice.carriers.port import Broken
from voice.switchboard import Switchboard

log = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def exchange(settings: Settings, switchboard: Switchboard) -> AsyncIterator[None]:
    """Take calls until the block ends; nothing where no port is set."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = AudioSocket(reader, writer)
        try:
            if not switchboard.busy:
                await line.open()
                await switchboard.take(line)
        except Broken as broken:
            log.warning("a line broke: %s", broken)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # gone before its call began
        finally:
            await line.close()

    if not settings.voice_audiosocket_port:
        yield
        return
    host, port = settings.voice_audiosocket_host, settings.voice_audiosocket_port
    server = await asyncio.start_server(connected, host, port)
    try:
        yield
    finally:
        server.close()
        await server.wait_closed()
