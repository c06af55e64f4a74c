"""What who waits for a person says about the waiting itself: `data/care/waiting.yml`."""

from __future__ import annotations

from enum import Enum, auto
from functools import cache
from typing import Any

import yaml

from bot.catalogue.model import Record
from bot.dialogue.cases.words import Phrases, only_says, says
from bot.settings import settings

_MATTERS = {"ticket", "case"}  # "thôi" is said of these, where they were shown last


class About(Enum):
    LEAVES = auto()
    ASKS = auto()


class WaitingWords(Record):
    """The file as it is; see its comments."""

    polite: Phrases
    person: Phrases
    leaves: Phrases
    asks: Phrases
    asks_then: Phrases


@cache
def load_words() -> WaitingWords:
    """Raises OSError or ValueError: the file is missing or wrong."""
    path = settings().data_dir / "care" / "waiting.yml"
    return WaitingWords.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def about_waiting(text: str, shown: list[dict[str, Any]]) -> About | None:
    """What a message says of the waiting; None: it is for the assistant.

    Args:
        shown: the messages before it.
    """
    words = load_words()
    said_of_it = (*words.asks, *words.asks_then, *words.person, *words.polite)
    payloads = [message.get("payload") or {} for message in shown]
    if says(text, words.leaves) and only_says(text, (*words.leaves, *said_of_it)):
        named = says(text, words.person)
        other = any(payload.get("type") in _MATTERS for payload in payloads)
        return About.LEAVES if named or not other else None
    queue = any(payload.get("kind") == "handover" for payload in payloads)
    asks = (*words.asks, *words.asks_then) if queue else words.asks
    if says(text, asks) and only_says(text, said_of_it):
        return About.ASKS
    return None
