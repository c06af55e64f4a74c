"""Whether a message says that an official did wrong, or well, whatever form it has."""

from __future__ import annotations

import re
from functools import cache

from bot.dialogue.cases.words import Phrases, says, without
from bot.dialogue.tickets.words import load_words, names_an_official, proposes
from bot.text.phrases import normal, phrase_pattern

_NEAR = 4  # words between "đòi" and the money


def accuses(text: str) -> bool:
    """As a question too: "sao lại đòi tiền tôi". Who asks about the law of it accuses nobody."""
    words = load_words()
    if says(text, words.law_of_it):
        return False
    return _says_so(text, words.misconduct) or (names_an_official(text) and _wrongs(text))


def praises(text: str) -> bool:
    """ "Cán bộ nhiệt tình lắm", or a proposal: nothing to be sorry for."""
    return proposes(text) or (_says_so(text, load_words().praise) and not accuses(text))


def praises_an_official(text: str) -> bool:
    return names_an_official(text) and _says_so(text, load_words().praise) and not accuses(text)


def _wrongs(text: str) -> bool:
    words = load_words()
    if _says_so(text, words.unkind) or _marked(words.marked).search(normal(text)):
        return True
    demanded = _marked(words.demands).finditer(normal(text))
    return any(says(_behind(text, found), words.money) for found in demanded)


def _says_so(text: str, phrases: Phrases) -> bool:
    """Whether it says one of them, and not "không nhiệt tình"."""
    return says(without(text, _taken_back(phrases)), phrases)


@cache
def _taken_back(phrases: Phrases) -> Phrases:
    return tuple(f"{no} {phrase}" for no in load_words().not_so for phrase in phrases)


def _behind(text: str, found: re.Match[str]) -> str:
    return " ".join(normal(text)[found.end() :].split()[:_NEAR])


@cache
def _marked(phrases: Phrases) -> re.Pattern[str]:
    """Only as they are written: "đòi" is not "đổi"."""
    return phrase_pattern((), exact=phrases)
