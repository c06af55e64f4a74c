"""A Chatwoot on loopback: what our side of its API needs of it, and its signed webhooks."""

from __future__ import annotations

import hashlib
import hmac
import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx
from fastapi import Depends, FastAPI, HTTPException, Request
from starlette.testclient import TestClient

TOKEN, SECRET = "token-cua-bai-thu", "bi-mat-cua-bai-thu"


@dataclass
class Talk:
    contact: int
    status: str = "open"
    messages: list[dict[str, Any]] = field(default_factory=list)

    @property
    def incoming(self) -> list[str]:
        """The citizen's words."""
        return [m["content"] for m in self.messages if m["message_type"] == 0]

    @property
    def notes(self) -> list[str]:
        return [m["content"] for m in self.messages if m["private"]]


class FakeChatwoot:
    """`down`: answers nothing but errors."""

    def __init__(self) -> None:
        self.talks: dict[int, Talk] = {}
        self.contacts: dict[int, str] = {}
        self.down = False
        self.garbage: Any = None  # what its messages are then
        self.last = 0
        self.numbers = count(30)  # of conversations: none is given twice
        self.refuses: set[int] = set()  # conversations that take no messages
        self.app = FastAPI(dependencies=[Depends(self._let_in)])
        self.app.post("/api/v1/accounts/7/contacts")(self._contact)
        self.app.delete("/api/v1/accounts/7/contacts/{contact}")(self._forget)
        self.app.post("/api/v1/accounts/7/conversations")(self._talk)
        self.app.get("/api/v1/accounts/7/conversations/{talk}")(self._look)
        self.app.get("/api/v1/accounts/7/conversations/{talk}/messages")(self._messages)
        self.app.post("/api/v1/accounts/7/conversations/{talk}/messages")(self._message)
        self.app.post("/api/v1/accounts/7/conversations/{talk}/toggle_status")(self._status)

    def says(self, talk: int, words: str, **more: Any) -> None:
        """An adviser writes to the citizen; `more` makes it another kind of message."""
        self._keep(talk, {"content": words, "message_type": 1, "sender": {"type": "user"}, **more})

    def calls(self, client: TestClient, **changed: str) -> httpx.Response:
        """A webhook as Chatwoot signs it; `changed` headers stand in place of right ones."""
        body = b'{"event": "message_created"}'
        stamp = changed.get("stamp", str(int(time.time())))
        mac = hmac.new(SECRET.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
        headers = {
            "X-Chatwoot-Timestamp": stamp,
            "X-Chatwoot-Signature": changed.get("signature", f"sha256={mac}"),
        }
        return client.post("/api/inbox/chatwoot", content=body, headers=headers)

    def _keep(self, talk: int, message: dict[str, Any]) -> None:
        self.last += 1
        self.talks[talk].messages.append({"id": self.last, "private": False, **message})

    async def _look(self, talk: int) -> dict[str, Any]:
        if talk not in self.talks:
            raise HTTPException(404)
        return {"id": talk, "status": self.talks[talk].status}

    async def _messages(self, talk: int, after: int) -> Any:
        if self.garbage is not None:
            return self.garbage
        return {"payload": [m for m in self.talks[talk].messages if m["id"] > after]}

    async def _contact(self, request: Request) -> dict[str, Any]:
        number = len(self.contacts) + 500
        self.contacts[number] = (await request.json())["name"]
        inside = {"contact": {"id": number}, "contact_inbox": {"source_id": f"s{number}"}}
        return {"payload": inside}

    async def _forget(self, contact: int) -> dict[str, Any]:
        if self.contacts.pop(contact, None) is None:
            raise HTTPException(404)
        self.talks = {n: talk for n, talk in self.talks.items() if talk.contact != contact}
        return {}

    async def _talk(self, request: Request) -> dict[str, Any]:
        asked = await request.json()
        number = next(self.numbers)
        self.talks[number] = Talk(asked["contact_id"], asked["status"])
        return {"id": number}

    async def _message(
        self,
        talk: int,
        request: Request,
    ) -> dict[str, Any]:
        if talk not in self.talks:
            raise HTTPException(404)
        if talk in self.refuses:
            raise HTTPException(422)
        asked = await request.json()
        kind = {"incoming": 0, "outgoing": 1}[asked["message_type"]]
        self._keep(talk, {**asked, "message_type": kind, "sender": {"type": "user"}})
        return {"id": self.last}

    async def _status(
        self,
        talk: int,
        request: Request,
    ) -> dict[str, Any]:
        self.talks[talk].status = (await request.json())["status"]
        return {}

    async def _let_in(self, request: Request) -> None:
        if self.down:
            raise HTTPException(502)
        if request.headers.get("api_access_token") != TOKEN:
            raise HTTPException(401)
