"""Abbreviations by initials, as officials write them: "GPLHX" is "giấy phép lưu hành xe"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import islice

from bot.text.fold import fold

LENGTHS = range(4, 9)  # letters; three stand for too many things
MEANINGS = 2  # of one abbreviation, at most
_ABBREVIATION = re.compile(rf"(?<!\w)[A-ZĐ]{{{LENGTHS.start},{LENGTHS.stop - 1}}}(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")


class Initials:
    """Runs of words of the titles, by their first letters."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._runs: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for title in titles:
            words = _WORD.findall(title.lower())
            letters = "".join(map(_first, words))
            for length in LENGTHS:
                for start in range(len(words) - length + 1):
                    run = " ".join(words[start : start + length])
                    self._runs[letters[start : start + length]][run] += 1

    def meant(self, text: str) -> tuple[str, ...]:
        """What the abbreviations in `text` may stand for, the most frequent first; each once.

        Nothing where all is written in capitals: there no word is an abbreviation.
        """
        if text.isupper():
            return ()
        found = (
            run
            for match in _ABBREVIATION.finditer(text)
            for run, _ in islice(self._runs[fold(match[0])].most_common(), MEANINGS)
            if fold(match[0]) in self._runs
        )
        return tuple(dict.fromkeys(found))


@cache
def _first(word: str) -> str:
    return fold(word)[:1]
