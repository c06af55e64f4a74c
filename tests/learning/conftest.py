"""Talk in a database of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from bot.channels.tables import Conversation, Feedback, Turn
from bot.insight.tables import TurnLog
from bot.store import Store, now


@dataclass(frozen=True)
class Talk:
    """Writes turns of made conversations, as the web does; returns the id of each."""

    store: Store

    def __call__(
        self, who: str, *turns: tuple[str, str] | tuple[str, str, str], at: datetime | None = None
    ) -> list[str]:
        """`turns` are (text, decision) or (text, decision, intent)."""
        at = at or now()
        with self.store.writing() as session:
            conversation = Conversation(
                token_hash=f"hash-{who}", sender=f"web-{who}", created_at=at,
                expires_at=at + timedelta(hours=24), delete_after=at + timedelta(days=7),
            )  # fmt: skip
            session.add(conversation)
            session.flush()
            ids = []
            for number, (text, decision, *intent) in enumerate(turns):
                ids.append(f"{who}-{number}")
                turn = Turn(
                    turn_id=ids[-1], conversation_id=conversation.id, text=text,
                    created_at=at, messages=[], state="answered", revision=number,
                )  # fmt: skip
                log = TurnLog(
                    turn_id=ids[-1], who=who, at=at, channel="web", decision=decision,
                    intent=intent[0] if intent else "ask_procedure", outcome="answered", ms=1.0,
                )  # fmt: skip
                session.add_all([turn, log])
        return ids

    def thumb(self, turn_id: str, useful: bool) -> None:
        with self.store.writing() as session:
            session.add(Feedback(turn_id=turn_id, useful=useful, at=now()))


@pytest.fixture
def talk(store: Store) -> Callable[..., list[str]]:
    return Talk(store)
