"""Somebody whose conversation is kept, and how much of it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, select, text
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from bot.care.callbacks import CallBacks
from bot.care.handover import ask
from bot.care.survey import Survey
from bot.care.tickets.model import Draft, Kind
from bot.care.tickets.opening import open_counter
from bot.cases.lockout import Lockout
from bot.channels.tables import Conversation, Turn
from bot.keyed import Keyed, load_key
from bot.learning.tables import LearningItem, LearningTheme
from bot.settings import Settings
from bot.store import Store, now
from tests.privacy.rasa_memory import remember
from tests.web.fake_rasa import FakeRasa
from voice.records import Records

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


def went_on(settings: Settings, sender: str) -> None:
    """What else can come of that conversation: a telephone call, wishes to be called back and for
    a person, a complaint, a score, and that its first turn went badly."""
    store, key = Store(settings.database), load_key(settings.secret_key, settings.var_dir)
    assert Records(store, Keyed(key)).open(f"CA-{sender}", "", sender, "twilio")
    CallBacks(store, key).take(sender, "0912345678", "Đồng ý thì bấm phím một.")
    with store.writing() as session:
        ask(session, sender, there=True)
        mine = Conversation.sender == sender
        turn = session.scalars(select(Turn.turn_id).join(Conversation).where(mine)).first()
        theme = LearningTheme(nearest="1.001193", at=now())
        session.add(theme)
        session.flush()
        session.add(LearningItem(turn_id=turn, theme_id=theme.id, why="none", at=now()))
    draft = Draft(f"nháp {sender}", Kind.REPORT, None, "Chờ lâu quá.")
    open_counter(settings, store).hand_in(draft, sender, "web")
    Survey(store).take(sender, "web", 4)
    store.close()


def wait_for(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.01)


def age(database: Engine, table: str, column: str, to: str, where: str = "1 = 1") -> None:
    with database.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET {column} = '{to} 00:00:00' WHERE {where}"))


def no_database(*_: object, **__: object) -> None:
    raise OperationalError("DELETE", {}, Exception("down"))
