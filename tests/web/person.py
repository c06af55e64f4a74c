"""Somebody whose conversation is kept, and how much of it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from bot.cases.lockout import Lockout
from bot.keyed import Keyed, load_key
from bot.settings import Settings
from bot.store import Store
from tests.privacy.rasa_memory import remember
from tests.web.fake_rasa import FakeRasa

TABLES = ("conversation", "turn", "feedback", "turn_log")
STANDING = {"conversation": " WHERE revision >= 0"}  # not the empty rows of deleted ones


class Person:
    """Somebody with two messages, a word of feedback, and Rasa's memory of both."""

    def __init__(
        self, say: Callable[..., Any], client: TestClient, rasa: FakeRasa, url: str, name: str
    ) -> None:
        self.first, self.second = f"{name} hỏi khai sinh", f"{name} hỏi hộ chiếu"
        self.word = f"{name} chưa rõ"
        told = say(self.first).json()
        self.session = str(told["session"])
        say(self.second, session=self.session)
        rating = {"session": self.session, "turn_id": told["turn_id"], "useful": False}
        client.post("/api/feedback", json={**rating, "comment": self.word})
        self.sender = rasa.heard[-1][0]
        remember(url, self.sender, self.first, self.second)

    @property
    def words(self) -> list[str]:
        return [self.first, self.second, self.word]

    def ask(self, client: TestClient, method: str = "GET", what: str = "") -> Any:
        return client.request(method, f"/api/chat/{self.session}{what}")


def rows(database: Engine) -> dict[str, int]:
    with database.connect() as connection:
        return {
            table: connection.scalar(text(f"SELECT count(*) FROM {table}{STANDING.get(table, '')}"))
            or 0
            for table in TABLES
        }


def lockout(settings: Settings) -> Lockout:
    keyed = Keyed(load_key(settings.secret_key, settings.var_dir))
    return Lockout(Store(settings.database), keyed, "2/hour", "")


def wait_for(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not true():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.01)


def age(database: Engine, table: str, column: str, to: str, where: str = "1 = 1") -> None:
    with database.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET {column} = '{to} 00:00:00' WHERE {where}"))


def no_database(*_: object, **__: object) -> None:
    raise OperationalError("DELETE", {}, Exception("down"))
