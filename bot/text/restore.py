"""Guess the diacritics of a text typed without them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from pyvi import ViUtils

from bot.text.fold import has_diacritics, strip_diacritics

_WORD = re.compile(r"[^\W_]+")
_LONG = re.compile(r"(\s*\S{16,}\s*)")
_START = "<s>"
_PAIR = 0.9  # weight of the pair of words against the single word
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
    """Guesses from the words and word pairs of given texts, with `restore` as one voice.

    On questions about the texts' own subject it is right far more often than a general model.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Learn from `texts`, which carry diacritics."""
        self._words: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        for text in texts:
            words = _words(text)
            self._words.update(words)
            self._words[_START] += 1
            self._pairs.update(zip([_START, *words], words, strict=False))
        self._total = max(1, sum(self._words.values()))
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        for word in self._words:
            self._forms[strip_diacritics(word)].add(word)

    def __call__(self, text: str) -> str:
        """Words of `text` in lower case with guessed marks; words that carry marks stay.

        Punctuation is dropped. Unchanged where nothing is missing (Vietnamese texts with marks
        carry them on most words).
        """
        typed = _words(text)
        bare = sum(word == strip_diacritics(word) for word in typed)
        if not typed or bare < 0.6 * len(typed):
            return text
        guess = _words(restore(strip_diacritics(" ".join(typed))))
        if len(guess) != len(typed):
            guess = typed
        return " ".join(self._best(typed, guess, marked=bare < len(typed)))

    def _best(self, typed: list[str], guess: list[str], *, marked: bool) -> list[str]:
        """The likeliest way through the forms of each word (Viterbi)."""
        ways: dict[str, tuple[float, list[str]]] = {_START: (0.0, [])}
        for word, guessed in zip(typed, guess, strict=True):
            forms = {word} if word != strip_diacritics(word) else self._forms[word] | {guessed}
            reached: dict[str, tuple[float, list[str]]] = {}
            for form in forms:
                bonus = _GUESS * (form == guessed) + _AS_TYPED * (marked and form == word)
                score, way = max(
                    (score + self._log(before, form), way) for before, (score, way) in ways.items()
                )
                reached[form] = (score + bonus, [*way, form])
            ways = reached
        return max(ways.values())[1]

    def _log(self, before: str, word: str) -> float:
        pair = self._pairs[(before, word)] / max(1, self._words[before])
        single = (self._words[word] + 0.5) / self._total
        return math.log(_PAIR * pair + (1 - _PAIR) * single)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())
