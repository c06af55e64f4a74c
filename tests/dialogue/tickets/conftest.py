"""Talks that have just begun, and one whose ticket only waits for the yes."""

from __future__ import annotations

from typing import Any, cast

import pytest

from bot.catalogue.store import Catalogue, load_catalogue
from bot.dialogue.turn import World
from tests.dialogue.test_turns import FakeSearcher, Found
from tests.dialogue.tickets.talk import STORY, TODAY, Talk


@pytest.fixture(scope="package")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def talk(catalogue: Catalogue) -> Talk:
    searcher = FakeSearcher(catalogue, Found())
    return Talk(World(searcher=cast(Any, searcher), local=catalogue.local, today=TODAY))


@pytest.fixture
def told(talk: Talk) -> Talk:
    """All was told; the yes is awaited."""
    talk.complains()
    talk.say("3")
    talk.say("phường Ba Đình")
    assert talk.say(STORY) == ["confirm"]
    return talk
