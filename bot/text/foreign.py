"""Whether a whole message is English, and no Vietnamese with an English word in it.

By stop words, as languages are told apart in short texts: words that hold English sentences
together and that no Vietnamese syllable looks like, not even without its marks.
"""

from __future__ import annotations

import re

from bot.text.fold import has_diacritics
from bot.text.rhymes import BARE

_FEWEST = 3  # words: fewer must all be English, as "help me"; two nouns may be a name
_VIETNAMESE = 4  # one word in so many may be one: "in Tay Ho"

_STOP_WORDS = """
about after again all also and any anybody anyone apply are as asking been before being between
both but by could does each either english extend foreigner for from get getting had has have
having help her here hers his how human i'd i'll i'm i've is its just know like live living lost
make many more much must myself need needs new of off once one only or other our ours out over own
person put register renew she should since some somebody someone speak still such take talk than
that their them then there these they this those under until us very want wanted wants was we were
what what's when where which while who whom whose why will with without would you your yours
"""
_HOLDING = frozenset(_STOP_WORDS.split()) - BARE
# The same, but "thẻ", "căn", "mỹ" without their marks: they count for neither language.
_SYLLABLES = "a am an at be can do i in it me my no not on so the to up"
_EITHER = frozenset(_SYLLABLES.split())
# What Vietnamese say in any sentence.
_LOANS = re.compile(r"\b(?:thank you(?: very much)?|thanks|hello|hi|bye|ok|okay|please|sorry)\b")
_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")


def is_english(text: str) -> bool:
    """Names ("passport", "check-in online") are none; neither is a mixture ("fee bao nhiêu")."""
    if has_diacritics(text):
        return False
    words = _WORD.findall(_LOANS.sub(" ", text.lower()))
    holding = sum(word in _HOLDING for word in words)
    either = sum(word in _EITHER for word in words)
    vietnamese = sum(word in BARE and word not in _EITHER for word in words)
    if len(words) < _FEWEST:
        return len(words) > 1 and holding > 0 and holding + either == len(words)
    return vietnamese < holding and vietnamese * _VIETNAMESE <= len(words)
