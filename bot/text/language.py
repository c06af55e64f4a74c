"""Which words, and which pairs of neighbours, the texts of a subject hold."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from bot.text.fold import strip_diacritics

START = "<s>"
_WORD = re.compile(r"[^\W_]+")
_PAIR = 0.9  # weight of the pair of words against the single word


class Language:
    """Counts of words and of pairs of neighbours; every text begins with START."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Learn from `texts`."""
        self.words: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        for text in texts:
            words = words_of(text)
            self.words.update(words)
            self.words[START] += 1
            self.pairs.update(zip([START, *words], words, strict=False))
        self._total = max(1, sum(self.words.values()))

    def bare(self) -> Language:
        """The same language as it is written without diacritics."""
        written = {word: strip_diacritics(word) for word in self.words}
        bare = Language(())
        for word, count in self.words.items():
            bare.words[written[word]] += count
        for (before, word), count in self.pairs.items():
            bare.pairs[(written[before], written[word])] += count
        bare._total = self._total
        return bare

    def log(self, before: str, word: str) -> float:
        """Natural logarithm of how likely `word` is after `before`."""
        pair = self.pairs[(before, word)] / max(1, self.words[before])
        single = (self.words[word] + 0.5) / self._total
        return math.log(_PAIR * pair + (1 - _PAIR) * single)


@cache
def common_words() -> tuple[str, ...]:
    """The 31,000 words of pyvi's lexicon: what is right although no procedure speaks of it."""
    lexicon = files("pyvi").joinpath("models/words.txt").read_text(encoding="utf-8")
    return tuple(lexicon.split("\n"))


def words_of(text: str) -> list[str]:
    """The words of `text` (letters and digits) in lower case, NFC."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())
