"""Chatwoot: its application API (an inbox of the kind "API"), and the signature of its webhooks.

A webhook only says that there is something to look at: Chatwoot calls once, so what happened is
read by the API. Statuses are as its agent bots use them: `open` is with people, `pending` with the
bot.
"""

from __future__ import annotations

import hmac
import re
from hashlib import sha256
from time import time
from typing import Any

import httpx
from pydantic import BaseModel, Field

from bot.inbox.port import InboxDown, NotThere, Opened, Refused, Said, Status, There

LIMIT_S = 5.0
FRESH_S = 300.0  # a signed call older than this, or from the future, is refused
OUTGOING = 1  # a message to the contact
_FORM = "its answer has not the form of Chatwoot's API"


class _Sender(BaseModel):
    type: str = ""


class _Message(BaseModel):
    id: int = Field(ge=1, lt=2**63)
    content: str | None = None
    message_type: int
    private: bool = False
    sender: _Sender | None = None

    @property
    def by_adviser(self) -> bool:
        """Written to the citizen, by a person there: no note, no bot, nothing of ours."""
        person = self.sender is not None and self.sender.type == "user"
        return person and self.message_type == OUTGOING and not self.private


class Chatwoot:
    """
    Args:
        url: https://… of the installation.
        account, inbox: numbers there.
        token: of a user or bot there, for the API.
    """

    def __init__(self, url: str, account: int, inbox: int, token: str) -> None:
        self._inbox = inbox
        self._http = httpx.Client(
            base_url=f"{url.rstrip('/')}/api/v1/accounts/{account}",
            headers={"api_access_token": token}, timeout=LIMIT_S, trust_env=False,
        )  # fmt: skip

    def open(self, handover: int) -> Opened:
        name = f"Người dân {handover}"
        made = self._call("POST", "/contacts", {"inbox_id": self._inbox, "name": name})
        try:
            contact = int(made["payload"]["contact"]["id"])
            source = str(made["payload"]["contact_inbox"]["source_id"])
            talk = self._call("POST", "/conversations", {
                "inbox_id": self._inbox, "contact_id": contact, "source_id": source,
                "status": Status.OPEN,
            })  # fmt: skip
            return Opened(int(talk["id"]), contact)
        except (KeyError, TypeError, ValueError) as error:
            raise InboxDown(_FORM) from error

    def look(self, remote: int, after: int) -> There:
        talk = self._call("GET", f"/conversations/{remote}", None)
        some = self._call("GET", f"/conversations/{remote}/messages?after={after}", None)
        try:
            messages = [_Message.model_validate(one) for one in some["payload"]]
            said = [Said(one.id, one.content or "") for one in messages if one.by_adviser]
            new = sorted((one for one in said if one.message > after), key=lambda one: one.message)
            status = str(talk["status"])
            return There(Status(status) if status in set(Status) else Status.OPEN, new)
        except (KeyError, TypeError, ValueError) as error:
            raise InboxDown(_FORM) from error

    def citizen_said(self, remote: int, text: str) -> None:
        self._write(remote, {"content": text, "message_type": "incoming"})

    def note(self, remote: int, text: str) -> None:
        self._write(remote, {"content": text, "message_type": "outgoing", "private": True})

    def set_status(self, remote: int, status: Status) -> None:
        self._call("POST", f"/conversations/{remote}/toggle_status", {"status": status})

    def forget(self, contact: int) -> None:
        self._call("DELETE", f"/contacts/{contact}", None, gone=404)

    def close(self) -> None:
        self._http.close()

    def _write(self, remote: int, message: dict[str, Any]) -> None:
        self._call("POST", f"/conversations/{remote}/messages", message)

    def _call(
        self, method: str, path: str, body: dict[str, Any] | None, gone: int = 0
    ) -> dict[str, Any]:
        try:
            answer = self._http.request(method, path, json=body)
            if answer.status_code != gone:
                answer.raise_for_status()
            found = answer.json() if answer.content else {}
        except httpx.HTTPStatusError as error:
            raise _kind(error.response)(f"HTTP {error.response.status_code}") from error
        except (httpx.HTTPError, ValueError) as error:
            raise InboxDown(type(error).__name__) from error
        return found if isinstance(found, dict) else {}


def _kind(answer: httpx.Response) -> type[InboxDown]:
    if answer.status_code == httpx.codes.NOT_FOUND:
        return NotThere
    return Refused if answer.is_client_error else InboxDown


def signed(secret: str, timestamp: str, signature: str, body: bytes) -> bool:
    """Whether a webhook is Chatwoot's and fresh: HMAC-SHA256 of `timestamp.body`."""
    if not re.fullmatch(r"[0-9]{1,12}", timestamp) or abs(time() - int(timestamp)) > FRESH_S:
        return False
    mac = hmac.new(secret.encode(), timestamp.encode() + b"." + body, sha256).hexdigest()
    return hmac.compare_digest(f"sha256={mac}".encode(), signature.encode("utf-8", "replace"))
