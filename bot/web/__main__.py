"""`python -m bot.web`: serves the application until it is told to stop."""

from __future__ import annotations

import logging

import uvicorn

from bot.settings import settings
from bot.web.app import create_app


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it writes whole addresses
    config = settings()
    uvicorn.run(
        create_app(config),
        host=config.web_host,
        port=config.web_port,
        access_log=False,  # addresses of conversations are secrets
        server_header=False,
        timeout_graceful_shutdown=3,  # open event streams never end by themselves
        log_config=None,
    )


if __name__ == "__main__":
    main()
