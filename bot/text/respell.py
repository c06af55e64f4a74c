"""Syllables written as they sound: "chích lục" → "trích lục", "xổ đỏ" → "sổ đỏ"."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence, Set

from bot.text.language import START, Language
from bot.text.rhymes import is_syllable
from bot.text.sounds import Sound, heard, spelled

# Nats that a change must be worth: for itself, for each further difference in the same syllable,
# and by how often the typed word is met (as a power), for then it was probably meant. With these,
# one word in 2,000 of right questions is changed (in 1,000 of those without marks).
_CHANGE, _ALSO, _MET = 3.5, 2.5, 0.5
_OFTEN = 2  # a word is known from so many times on


class Respeller:
    """Puts the word that the neighbours call for where one stands that sounds like it.

    A word that is known between both its neighbours is never touched.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._spelled: dict[str, Sound] = {
            word: spelled(word)
            for word, count in language.words.items()
            if count >= _OFTEN and word.isalpha() and is_syllable(word)
        }
        self._alike: defaultdict[Sound, list[str]] = defaultdict(list)
        for word, sound in self._spelled.items():
            self._alike[heard(sound)].append(word)

    def __call__(self, words: Sequence[str], fixed: Set[int] = frozenset()) -> list[str]:
        """`words` (lower case) as they were meant (Viterbi); those at the places `fixed` stay."""
        pairs = self._language.pairs
        known = [*(pair in pairs for pair in zip([START, *words], words, strict=False)), True]
        ways: dict[str, tuple[float, list[str]]] = {START: (0.0, [])}
        for at, word in enumerate(words):
            sure = at in fixed or (known[at] and known[at + 1])
            reached: dict[str, tuple[float, list[str]]] = {}
            for form, cost in [(word, 0.0)] if sure else self._forms(word):
                score, way = max(
                    (score + self._language.log(before, form), way)
                    for before, (score, way) in ways.items()
                )
                reached[form] = (score - cost, [*way, form])
            ways = reached
        return max(ways.values())[1]

    def _forms(self, word: str) -> list[tuple[str, float]]:
        """What `word` may stand for, and what each costs."""
        forms = [(word, 0.0)]
        if is_syllable(word):
            typed = spelled(word)
            cost = _CHANGE + _MET * math.log(1 + self._language.words[word])
            for other in self._alike.get(heard(typed), ()):
                different = sum(a != b for a, b in zip(typed, self._spelled[other], strict=True))
                if different:  # "hoà" and "hòa" are the same
                    forms.append((other, cost + _ALSO * (different - 1)))
        return forms
