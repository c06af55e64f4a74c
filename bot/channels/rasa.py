"""The narrow port to Rasa: one question in, its messages out, within a time limit."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, Protocol

import httpx

CONNECT_TRIES = 3
CONNECT_PAUSE_S = 0.2


class RasaDown(Exception):
    """Rasa gave no answer. `reason`: refused, timeout, error or empty."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class BotMessage:
    """One message of the assistant; `meta` is for the turn log only, `spoken` for the telephone."""

    text: str
    spoken: str | None = None
    payload: dict[str, Any] | None = None
    meta: dict[str, Any] = field(default_factory=dict)


class Assistant(Protocol):
    async def ask(
        self, sender: str, text: str, handed: dict[str, Any] | None = None
    ) -> list[BotMessage]: ...


class Rasa:
    """Rasa's REST channel over one kept-alive connection pool.

    Args:
        channel: by which people come: web, voice.
    """

    def __init__(self, url: str, timeout_s: float, channel: str = "web") -> None:
        self._timeout_s = timeout_s
        self._channel = channel
        limits = httpx.Limits(max_connections=64, max_keepalive_connections=32)
        self._client = httpx.AsyncClient(
            base_url=url,
            timeout=timeout_s,
            limits=limits,
            trust_env=False,  # an office's proxy has no way to this machine's own loopback
        )

    async def ask(
        self, sender: str, text: str, handed: dict[str, Any] | None = None
    ) -> list[BotMessage]:
        """At least one message.

        Args:
            sender: the conversation's name.
            text: made safe by the edge.
            handed: what an action may need for this one turn; nothing secret of it is kept.

        Raises:
            RasaDown: not reached, too slow, an error, or no message (its action server is down).
        """
        try:
            async with asyncio.timeout(self._timeout_s):
                response = await self._post(
                    {
                        "sender": sender,
                        "message": text,
                        "input_channel": self._channel,
                        "metadata": handed or {},
                    }
                )
        except (TimeoutError, httpx.TimeoutException) as error:
            raise RasaDown("timeout") from error
        except httpx.ConnectError as error:
            raise RasaDown("refused") from error
        except httpx.HTTPError as error:
            raise RasaDown("error") from error
        if response.status_code != 200:
            raise RasaDown("error")
        messages = _read(response)
        if not messages:
            raise RasaDown("empty")
        return messages

    async def ready(self) -> bool:
        """Whether its REST channel is open (it opens once the model is loaded)."""
        return (await self._client.get("/webhooks/rest/")).status_code == 200

    async def close(self) -> None:
        await self._client.aclose()

    async def _post(self, body: dict[str, Any]) -> httpx.Response:
        # Only a refused connection is tried again: anything later may have been understood.
        for attempt in range(1, CONNECT_TRIES + 1):
            try:
                return await self._client.post("/webhooks/rest/webhook", json=body)
            except httpx.ConnectError:
                if attempt == CONNECT_TRIES:
                    raise
                await asyncio.sleep(CONNECT_PAUSE_S * attempt)
        raise AssertionError("unreachable")


def _read(response: httpx.Response) -> list[BotMessage]:
    try:
        items = response.json()
    except ValueError as error:
        raise RasaDown("error") from error
    if not isinstance(items, list):
        raise RasaDown("error")
    found = (_message(item) for item in items if isinstance(item, dict))
    return [message for message in found if message]


def _message(item: dict[str, Any]) -> BotMessage | None:
    custom = item.get("custom")
    if not isinstance(custom, dict):
        custom = item  # a plain text message of Rasa itself
    text, payload, meta = custom.get("text"), custom.get("payload"), custom.get("meta")
    if not isinstance(text, str) or not text.strip():
        return None
    if isinstance(payload, dict) and payload.get("kind") == "outage":
        return None  # what Rasa says when its actions fail is no answer: the person may try again
    spoken = custom.get("spoken")
    return BotMessage(
        text=text,
        spoken=spoken if isinstance(spoken, str) else None,
        payload=payload if isinstance(payload, dict) else None,
        meta=meta if isinstance(meta, dict) else {},
    )
