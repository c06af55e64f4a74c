"""`python -m actions`: the action server, on loopback, ready once the index is loaded."""

from __future__ import annotations

import logging
from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST, Histogram, generate_latest
from rasa_sdk import Tracker
from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher
from sanic import HTTPResponse, Request, Sanic, response
from sanic.response import BaseHTTPResponse

from actions import procedures, service
from actions.assistant import warm_up
from actions.speak import speak
from bot.dialogue.turn import Respond
from bot.settings import settings
from bot.text.loglines import keep_quiet, way_of

SECONDS = Histogram("motcua_action_seconds", "Time of one action", ["action"])
log = logging.getLogger(__name__)


def executor() -> ActionExecutor:
    """Every action under its name in domain.yml."""
    table = ActionExecutor()
    for name, respond in {**procedures.ACTIONS, **service.ACTIONS}.items():
        table.register_function(name, _action(name, respond))
    return table


def _action(name: str, respond: Respond) -> Any:
    async def run(
        dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        try:
            with SECONDS.labels(name).time():
                return await speak(respond, dispatcher, tracker)
        except Exception as error:
            log.error("%s: %s", name, way_of(error))
            raise

    return run


def server() -> Sanic[Any, Any]:
    """The action server with the calls that every process of the line answers."""
    app: Sanic[Any, Any] = create_app(executor(), cors_origins=[])
    app.register_middleware(_without_request, "response")
    app.add_route(_alive, "/healthz", name="healthz")
    app.add_route(_alive, "/readyz", name="readyz")  # it listens only once the index is loaded
    app.add_route(_metrics, "/metrics")
    app.register_listener(_load, "before_server_start")
    return app


async def _without_request(_: Request, answer: BaseHTTPResponse) -> HTTPResponse | None:
    """rasa_sdk's error repeats the request, and Rasa logs it: the whole conversation."""
    return response.json({"error": "the action failed"}, 500) if answer.status == 500 else None


async def _alive(_: Request) -> HTTPResponse:
    return response.json({"status": "ok"})


async def _metrics(_: Request) -> HTTPResponse:
    return response.raw(generate_latest(), content_type=CONTENT_TYPE_LATEST)


async def _load(_: Sanic[Any, Any]) -> None:
    await warm_up()


def main() -> None:
    logging.basicConfig(level=logging.WARNING)
    keep_quiet()  # rasa_sdk logs the message of an error, and the name of what was asked for
    server().run(
        host="127.0.0.1", port=settings().actions_port, single_process=True, access_log=False
    )


if __name__ == "__main__":
    main()
