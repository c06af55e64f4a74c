"""What a person says in a conversation, as it comes: for who talks without a page."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpx

AGAIN_S = 2.0

Event = tuple[str, dict[str, Any]]  # its name and data


class Hearing(threading.Thread):
    """Listens until the process ends or the session does; a cut line is taken up where it was.

    Args:
        client: opens a client of the assistant's address; nothing for its time limit counts as
            a cut line.
        tell: is told each sentence that answers no message.
    """

    def __init__(
        self, client: Callable[[], httpx.Client], session: str, tell: Callable[[str], None]
    ) -> None:
        super().__init__(daemon=True)
        self._client = client
        self._session = session
        self._tell = tell
        self._after = 0
        self._stands: str | None = None

    def run(self) -> None:
        with self._client() as client:
            while self._listen(client):
                time.sleep(AGAIN_S)

    def _listen(self, client: httpx.Client) -> bool:
        """Until the line is cut; whether to listen again."""
        address = f"/api/chat/{self._session}/events"
        try:
            with client.stream("GET", address, params={"after": self._after}) as stream:
                if stream.status_code == 404:  # the session has ended
                    return False
                for name, data in self._events(stream.iter_lines()):
                    self._hear(name, data)
        except httpx.HTTPError:
            pass
        return True

    def _events(self, lines: Iterable[str]) -> Iterator[Event]:
        name = ""
        for line in lines:
            field, _, value = line.partition(": ")
            if field == "event":
                name = value
            elif field == "id":
                self._after = int(value)
            elif field == "data":
                yield name, json.loads(value)

    def _hear(self, name: str, data: dict[str, Any]) -> None:
        if name == "turn" and not data["text"]:
            for message in data["messages"]:
                self._tell(_line(message))
        if name == "handover":
            text = data.get("text", "") if data["state"] == "queued" else ""
            if text and self._stands and text != self._stands:  # the reply has told the first
                self._tell(text)
            self._stands = text


def _line(message: dict[str, Any]) -> str:
    payload = message.get("payload") or {}
    who = f"Cán bộ {payload['shown']}: " if payload.get("type") == "person" else ""
    return f"{who}{message['text']}"
