"""`python -m bot.web`: serves the application until it is told to stop."""

from __future__ import annotations

import logging
import os
import sys
from types import FrameType

import uvicorn

from bot.settings import settings
from bot.store import StoreProblem
from bot.text.loglines import keep_quiet
from bot.web.app import create_app
from bot.web.parts import Parts
from bot.web.signin.opening import SignInProblem
from bot.web.staff.openid import OpenIdProblem


class Server(uvicorn.Server):
    """Ends open event streams first: they would hold the process until its last limit."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        parts: Parts = self.config.app.state.parts  # type: ignore[union-attr]
        parts.stopping.set()
        super().handle_exit(sig, frame)


def main() -> None:
    keep_quiet()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it writes whole addresses
    os.umask(0o077)  # what it writes is what citizens said: for its owner only
    config = settings()
    try:
        app = create_app(config)
    except (StoreProblem, SignInProblem, OpenIdProblem) as problem:
        sys.exit(str(problem))
    served = uvicorn.Config(
        app,
        host=config.web_host,
        port=config.web_port,
        access_log=False,  # addresses of conversations are secrets
        server_header=False,
        timeout_graceful_shutdown=3,
        log_config=None,
    )
    Server(served).run()


if __name__ == "__main__":
    main()
