"""What the counter does for a turn, and what it does for nobody's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from sqlalchemy import create_engine, text

from actions import counter
from actions.speak import read
from bot.care.survey import Rated
from bot.care.tickets.model import Down
from bot.settings import settings


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("MOTCUA_VAR_DIR", str(tmp_path))
    monkeypatch.delenv("MOTCUA_DATABASE_URL", raising=False)
    settings.cache_clear()
    counter._opened.cache_clear()
    yield settings().database
    settings.cache_clear()
    counter._opened.cache_clear()


def rated(metadata: dict[str, Any]) -> object:
    message = {"text": "Tôi chấm 4/5 điểm", "intent": {}, "entities": [], "metadata": metadata}
    tracker = Tracker("web-a", {}, message, [], False, None, {}, None)
    return asyncio.run(counter.dealt_with(read(tracker), tracker)).counter


def test_a_score_is_written_down(database: str) -> None:
    assert isinstance(rated({}), Rated)
    with create_engine(database).connect() as connection:
        assert connection.scalar(text("SELECT score FROM survey")) == 4


def test_nothing_is_done_in_the_name_of_who_is_only_overheard() -> None:
    assert isinstance(rated({"overheard": True}), Down)
    assert counter._opened.cache_info().currsize == 0
