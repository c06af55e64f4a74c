"""Guess the diacritics of a text typed without any."""

from __future__ import annotations

from functools import lru_cache

from pyvi import ViUtils

from bot.text.fold import has_diacritics


@lru_cache(maxsize=4096)
def restore(text: str) -> str:
    """Return `text` with guessed diacritics, or unchanged when it already carries some.

    A guess (pyvi's model): good enough as one more way to look something up, never to be shown
    to a person as what was said.
    """
    if not text.strip() or has_diacritics(text):
        return text
    return str(ViUtils.add_accents(text))
