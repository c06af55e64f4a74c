"""How people talk about their case: `data/cases/words.yml`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter

from bot.cases.replies.details import Topic
from bot.catalogue.model import Record
from bot.settings import settings
from bot.text.phrases import normal, phrase_pattern

WORDS_FILE = settings().data_dir / "cases/words.yml"
Phrases = tuple[str, ...]
Key = TypeVar("Key")


class CaseWords(Record):
    """The file as it is; see its comments."""

    meant: dict[str, Phrases]
    hand_in: Phrases
    agreed: Phrases
    slip: Phrases
    another: Phrases
    next_listed: Phrases
    back: Phrases
    case: Phrases
    not_mine: Phrases
    this_case: Phrases
    topics: dict[Topic, Phrases]


@cache
def load_words(path: Path = WORDS_FILE) -> CaseWords:
    """Raises OSError or ValueError: the file is missing or wrong."""
    return TypeAdapter(CaseWords).validate_python(yaml.safe_load(path.read_text(encoding="utf-8")))


def says(text: str, phrases: Phrases) -> bool:
    return bool(_pattern(phrases).search(normal(text)))


def without(text: str, phrases: Phrases) -> str:
    return _pattern(phrases).sub(" ", normal(text))


def only_says(text: str, phrases: Phrases) -> bool:
    """Whether `text` is made of nothing else."""
    return bool(text.strip()) and not re.sub(r"\W", "", without(text, phrases))


def first_said(text: str, table: dict[Key, Phrases]) -> Key | None:
    return next((key for key, phrases in table.items() if says(text, phrases)), None)


@cache
def _pattern(phrases: Phrases) -> re.Pattern[str]:
    return phrase_pattern(phrases)
