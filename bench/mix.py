"""The messages that both sides answer: a cold mix without any repeat, a warm one with many.

Both come from a seed, so that a run can be repeated. docs/benchmarks.md publishes the rules.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from bench.everyday import EVERYDAY
from bot.text.fold import fold

SEED = 2026
TURNS = 5  # messages of one conversation
ZIPF = 1.0

COLD_WAYS = (
    "{} cần giấy tờ gì?",
    "cho hỏi lệ phí {}",
    "{} mất bao nhiêu ngày?",
    "nộp hồ sơ {} ở đâu?",
    "tôi muốn {}",
    "{} có nộp trực tuyến được không?",
    "các bước {}",
    "{} theo quy định nào?",
    "điều kiện để {} là gì?",
    "ai được {}?",
)

BEGINNING = 7  # words
# In ten: two whole titles, five beginnings, three beginnings typed without diacritics.
FORMS = ("whole", "begun", "plain", "begun", "begun", "whole", "plain", "begun", "plain", "begun")

Conversations = list[list[str]]


def cold(titles: Iterable[str], count: int, seed: int = SEED) -> list[str]:
    """`count` questions, each about a procedure that no other of them names.

    A message can therefore find neither its text nor its topic in a cache.

    Raises:
        ValueError: there are fewer different titles than that.
    """
    chance = random.Random(seed)
    unique = sorted({fold(title): title for title in titles}.values())
    chance.shuffle(unique)
    messages: list[str] = []
    topics: set[str] = set()
    for title in unique:
        form = FORMS[len(messages) % len(FORMS)]
        topic = _topic(title, topics, whole=form == "whole")
        if topic is None:
            continue
        topics.add(fold(topic))
        message = chance.choice(COLD_WAYS).format(topic)
        messages.append(fold(message) if form == "plain" else message)
        if len(messages) == count:
            return messages
    raise ValueError(f"{len(messages)} different messages can be made, {count} were asked for")


def warm(seed: int = SEED) -> Iterator[str]:
    """Endless draws from the 300 everyday messages, Zipf-distributed over a shuffled ranking."""
    chance = random.Random(seed)
    ranking = list(EVERYDAY)
    chance.shuffle(ranking)
    weights = [1 / rank**ZIPF for rank in range(1, len(ranking) + 1)]
    while True:
        yield from chance.choices(ranking, weights, k=100)


def conversations(messages: list[str]) -> Conversations:
    """Cut into conversations of TURNS messages; the last may be shorter."""
    return [messages[start : start + TURNS] for start in range(0, len(messages), TURNS)]


def _topic(title: str, taken: set[str], *, whole: bool) -> str | None:
    """The title or its beginning, as long as it takes to differ from every other; None if none."""
    words = (title[0].lower() + title[1:]).removeprefix("thủ tục ").split()
    for length in range(len(words) if whole else min(BEGINNING, len(words)), len(words) + 1):
        topic = " ".join(words[:length])
        if fold(topic) not in taken:
            return topic
    return None
