"""Whether a message says that an official did wrong, as a question too: "sao lại đòi tiền tôi"."""

from __future__ import annotations

import re
from functools import cache

from bot.dialogue.cases.words import Phrases, says
from bot.dialogue.tickets.words import load_words, names_an_official
from bot.text.phrases import normal, phrase_pattern

_NEAR = 4  # words between "đòi" and the money


def accuses(text: str) -> bool:
    """Who asks about the law of it accuses nobody."""
    words = load_words()
    if says(text, words.law_of_it):
        return False
    return says(text, words.misconduct) or (names_an_official(text) and _wrongs(text))


def _wrongs(text: str) -> bool:
    words = load_words()
    if says(text, words.unkind) or _marked(words.marked).search(normal(text)):
        return True
    demanded = _marked(words.demands).finditer(normal(text))
    return any(says(_behind(text, found), words.money) for found in demanded)


def _behind(text: str, found: re.Match[str]) -> str:
    return " ".join(normal(text)[found.end() :].split()[:_NEAR])


@cache
def _marked(phrases: Phrases) -> re.Pattern[str]:
    """Only as they are written: "đòi" is not "đổi"."""
    return phrase_pattern((), exact=phrases)
