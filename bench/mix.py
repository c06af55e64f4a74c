"""The messages that both sides answer: a cold mix without any repeat, a warm one with many.

Both come from a seed, so that a run can be repeated. docs/benchmarks.md publishes the rules.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator

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
        form = _FORMS[len(messages) % len(_FORMS)]
        topic = form(title, chance)
        if fold(topic) in topics:
            continue
        topics.add(fold(topic))
        message = chance.choice(COLD_WAYS).format(topic)
        messages.append(message if topic != fold(topic) else fold(message))
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


def _whole(title: str, _: random.Random) -> str:
    return title[0].lower() + title[1:]


def _beginning(title: str, _: random.Random) -> str:
    return " ".join(_whole(title, _).split()[:7])


def _with_gaps(title: str, chance: random.Random) -> str:
    """About two words in three, in their order."""
    words = _whole(title, chance).split()
    kept = sorted(chance.sample(range(len(words)), max(2, len(words) * 2 // 3)))
    return " ".join(words[i] for i in kept) if len(words) > 2 else _whole(title, chance)


def _unaccented(title: str, chance: random.Random) -> str:
    return fold(_with_gaps(title, chance))


# In ten: two whole titles, three beginnings, two with gaps, three without diacritics.
_FORMS: tuple[Callable[[str, random.Random], str], ...] = (
    _whole,
    _beginning,
    _unaccented,
    _with_gaps,
    _beginning,
    _unaccented,
    _whole,
    _beginning,
    _unaccented,
    _with_gaps,
)
