"""What Rasa says when its action server is down, slow or fails: by itself, nothing."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from rasa.shared.core.events import BotUttered, Event

Run = Callable[..., Awaitable[list[Event]]]

log = structlog.get_logger()


def spoken(run: Run) -> Run:
    """`RemoteAction.run`, with a sentence and the hotline in place of an error.

    The web tells it by `kind` from an answer, and lets the person try again.
    """

    async def run_or_say(self: Any, *args: Any, **kwargs: Any) -> list[Event]:
        try:
            return await run(self, *args, **kwargs)
        except Exception as error:  # Rasa would log it and fall silent, whatever it is
            log.error("action failed", action=self.name(), error=type(error).__name__)
            return [BotUttered(data={"custom": _notice()})]

    return run_or_say


def _notice() -> dict[str, Any]:
    hotline = os.environ.get("MOTCUA_HOTLINE", "19001009")
    text = (
        "Xin lỗi, trợ lý đang gặp sự cố nên chưa trả lời được. Anh/chị thử lại sau ít phút, hoặc "
        f"gọi {hotline}."
    )
    return {
        "text": text,
        "spoken": text.replace("/", " "),
        "payload": {"type": "notice", "kind": "outage", "quick_replies": []},
    }
