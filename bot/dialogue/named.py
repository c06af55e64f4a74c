"""Which of the offered choices a person means by its words: "công ty cổ phần ấy"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.text.fold import fold

MAX_WORDS = 8  # a longer message is a question of its own


def named(text: str, titles: Sequence[str]) -> int | None:
    """Position (0-based) of the only title that `text` singles out, else None.

    Only words that not every title has count, and most words of the message must be the title's.
    """
    said = fold(text).split()
    words = [set(fold(title).split()) for title in titles]
    if not words or len(said) > MAX_WORDS:
        return None
    shared = set.intersection(*words)
    hits = [len((set(said) & own) - shared) for own in words]
    best = max(hits)
    if not best or hits.count(best) > 1:
        return None
    position = hits.index(best)
    known = sum(word in words[position] for word in said)
    return position if 2 * known >= len(said) else None
