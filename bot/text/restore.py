"""Guess the diacritics of a text typed without them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from pyvi import ViUtils

from bot.text.fold import has_diacritics, mostly_bare, strip_diacritics
from bot.text.language import START, Language, words_of

_LONG = re.compile(r"(\s*\S{16,}\s*)")
_FORMS = 6  # of a word that are tried, the commonest; all of them take twice as long
_GUESS = 2.0  # bonus in nats for what the general model says
_AS_TYPED = 3.0  # bonus for a bare word in a text that carries marks elsewhere


@lru_cache(maxsize=4096)
def restore(text: str) -> str:
    """Return `text` with guessed diacritics, or unchanged when it already carries some.

    A general guess (pyvi's model; three words in four are right): one more way to look something
    up, never to be shown to a person as what was said.
    """
    if not text.strip() or has_diacritics(text):
        return text
    # No Vietnamese syllable is that long, and pyvi's time and memory grow with its square.
    parts = _LONG.split(text)
    return "".join(part if _LONG.fullmatch(part) else _guess(part) for part in parts)


def _guess(text: str) -> str:
    try:
        return str(ViUtils.add_accents(text)) if text else ""
    except (KeyError, IndexError):
        # pyvi has no letter for some marks that its own model predicts.
        words = text.split()
        if len(words) < 2:
            return text
        middle = len(words) // 2
        return f"{_guess(' '.join(words[:middle]))} {_guess(' '.join(words[middle:]))}"


class Restorer:
    """Guesses from the words and word pairs of a language, with `restore` as one voice.

    On questions about the texts' own subject it is right far more often than a general model.
    """

    def __init__(self, language: Language) -> None:
        """Learn from `language`, which carries diacritics."""
        self._language = language
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        for word, _ in language.words.most_common():
            forms = self._forms[strip_diacritics(word)]
            if len(forms) < _FORMS:
                forms.add(word)

    def __call__(self, text: str) -> str:
        """Words of `text` in lower case with guessed marks; words that carry marks stay.

        Punctuation is dropped. Unchanged where nothing is missing (Vietnamese texts with marks
        carry them on most words).
        """
        typed = words_of(text)
        if not typed or not mostly_bare(typed):
            return text
        guess = words_of(restore(strip_diacritics(" ".join(typed))))
        if len(guess) != len(typed):
            guess = typed
        return " ".join(self._best(typed, guess, marked=has_diacritics(text)))

    def _best(self, typed: list[str], guess: list[str], *, marked: bool) -> list[str]:
        """The likeliest way through the forms of each word (Viterbi)."""
        ways: dict[str, tuple[float, list[str]]] = {START: (0.0, [])}
        for word, guessed in zip(typed, guess, strict=True):
            known = self._forms.get(word, frozenset[str]())
            forms = {word} if word != strip_diacritics(word) else known | {guessed}
            reached: dict[str, tuple[float, list[str]]] = {}
            for form in forms:
                bonus = _GUESS * (form == guessed) + _AS_TYPED * (marked and form == word)
                score, way = max(
                    (score + self._language.log(before, form), way)
                    for before, (score, way) in ways.items()
                )
                reached[form] = (score + bonus, [*way, form])
            ways = reached
        return max(ways.values())[1]
