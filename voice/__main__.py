"""`python -m voice`: serves the telephone until it is told to stop."""

from __future__ import annotations

import logging
import os
import sys

import uvicorn

from bot.settings import settings
from bot.store import StoreProblem
from bot.text.loglines import keep_quiet
from voice.app import create_app
from voice.hearing.port import HearingProblem
from voice.speaking.port import VoiceProblem

MOST_BYTES = 64 * 1024  # of one message of a stream; 20 ms of sound are 0.3 KiB


def main() -> None:
    keep_quiet()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    for name in ("httpx", "uvicorn.error"):  # they write addresses of machines
        logging.getLogger(name).setLevel(logging.WARNING)
    os.umask(0o077)
    config = settings()
    try:
        app = create_app(config)
    except (StoreProblem, HearingProblem, VoiceProblem) as problem:
        sys.exit(str(problem))
    uvicorn.run(
        app,
        host=config.voice_host,
        port=config.voice_port,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        ws_max_size=MOST_BYTES,
        log_config=None,
    )


if __name__ == "__main__":
    main()
