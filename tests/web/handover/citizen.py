"""A citizen who asks for a person, and the advisers they may get."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import httpx
from starlette.testclient import TestClient

from bot.channels.advisers import Adviser
from bot.clock import HANOI
from tests.web.fake_rasa import FakeRasa

LAN, MINH = Adviser(1, "Lan"), Adviser(2, "Minh")
MORNING = datetime(2026, 7, 1, 9, 0, tzinfo=HANOI)  # a Wednesday
EVENING = datetime(2026, 7, 1, 19, 0, tzinfo=HANOI)
WISH = "cho tôi gặp cán bộ"


class Citizen:
    """A page that asked for a person, as its calls see it."""

    def __init__(self, client: TestClient | httpx.Client, rasa: FakeRasa) -> None:
        payload = {"type": "notice", "kind": "handover", "quick_replies": []}
        rasa.replies[WISH] = [{"text": "Gọi tổng đài 19001009.", "payload": payload}]
        self._client = client
        self.session: str | None = None
        self.told = self.say(WISH)

    def say(self, words: str) -> dict[str, Any]:
        body = {"text": words} | ({"session": self.session} if self.session else {})
        told: dict[str, Any] = self._client.post("/api/chat", json=body).json()
        self.session = told["session"]
        return told

    def read(self) -> dict[str, Any]:
        past: dict[str, Any] = self._client.get(f"/api/chat/{self.session}").json()
        return past

    @property
    def stands(self) -> dict[str, Any]:
        stands: dict[str, Any] = self.read()["handover"]
        return stands

    @property
    def heard(self) -> list[str]:
        """What the page shows, citizen's and others' words in turn."""
        turns = self.read()["turns"]
        pairs = ([turn["text"], *(m["text"] for m in turn["messages"])] for turn in turns)
        return [words for pair in pairs for words in pair if words]

    def do(self, what: str, **body: Any) -> Any:
        return self._client.post(f"/api/chat/{self.session}/{what}", json=body)
