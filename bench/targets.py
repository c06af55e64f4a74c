"""The two sides of the comparison, each spoken to as its own clients speak to it."""

from __future__ import annotations

import uuid
from typing import Protocol

import httpx


class Target(Protocol):
    name: str
    url: str

    async def say(self, client: httpx.AsyncClient, session: str, text: str) -> str | None:
        """Send one message; the session to go on with, or None when no answer came.

        `session` is empty in a conversation's first turn.
        """
        ...


class Line:
    """The whole line: web, Rasa, actions, retrieval, answers, both databases."""

    name = "the line"

    def __init__(self, url: str) -> None:
        self.url = url

    async def say(self, client: httpx.AsyncClient, session: str, text: str) -> str | None:
        body = {"text": text, "client_message_id": uuid.uuid4().hex}
        reply = await client.post(
            "/api/chat", json=body | ({"session": session} if session else {})
        )
        if reply.status_code != 200:
            return None
        answer = reply.json()
        kinds = {(m.get("payload") or {}).get("kind") for m in answer["messages"]}
        return None if not answer["messages"] or "outage" in kinds else str(answer["session"])


class DefaultRasa:
    """Rasa's default pipeline through its own REST channel."""

    name = "Rasa's default"

    def __init__(self, url: str) -> None:
        self.url = url

    async def say(self, client: httpx.AsyncClient, session: str, text: str) -> str | None:
        sender = session or uuid.uuid4().hex
        body = {"sender": sender, "message": text}
        reply = await client.post("/webhooks/rest/webhook", json=body)
        return sender if reply.status_code == 200 and reply.json() else None
