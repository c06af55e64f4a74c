"""Spaces that are missing in a text: "đăngký kếthôn cầngiấy tờ" → "đăng ký kết hôn cần giấy tờ"."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate, pairwise

from bot.text.fold import has_diacritics, mostly_bare, strip_diacritics
from bot.text.language import START, Language
from bot.text.split import split

# Not e-mails, addresses, codes, numbers of decrees.
WORD = re.compile(r"(?<![\w@])(?<!\w[._-])[^\W_]+(?![\w@]|[._-]\w)")
_RUN = re.compile(r"\d+|[^\W\d]+")
_BRAND = re.compile(r"[a-z][A-Z]")  # "VNeID", "iHanoi"
_SHORTEST = 3  # letters beside digits that may be a word: "14tuổi", but "A4", "m2"


class Spacer:
    """Puts spaces between words that were run together, after a language."""

    def __init__(self, marked: Language, bare: Language) -> None:
        """Know a language with diacritics and the same without."""
        self._marked, self._bare = marked, bare

    def __call__(self, text: str) -> str:
        """`text` (then NFC) with the missing spaces; letter for letter where none is missing."""
        composed = unicodedata.normalize("NFC", text)
        typed = WORD.findall(composed)
        cut = self._cut_bare if mostly_bare(typed) else self._cut_marked
        trios = zip(typed, ["", *typed], [*typed[1:], ""], strict=False)
        spaced = iter([cut(*trio) for trio in trios])
        found = WORD.sub(lambda match: next(spaced), composed)
        return text if found == composed else found

    def _cut_marked(self, word: str, before: str, after: str) -> str:
        spaced = _cut(word, before.lower() or START, after.lower(), self._marked)
        if spaced != word or has_diacritics(word):
            return spaced
        return self._cut_bare(word, before, after)  # typed without its marks among others

    def _cut_bare(self, word: str, before: str, after: str) -> str:
        before, after = (strip_diacritics(other.lower()) for other in (before, after))
        return _cut(word, before or START, after, self._bare)


def _cut(typed: str, before: str, after: str, language: Language) -> str:
    """One stretch of letters and digits, with spaces between its words."""
    word = typed.lower()
    if language.words[word] or (_BRAND.search(typed) and not has_diacritics(typed)):
        return typed
    parts: list[str] = []
    for run in _RUN.findall(word):
        words = [run] if run.isdigit() else split(run, before, after, language)
        if run != word and not run.isdigit() and not _sure(run, words, language):
            return typed
        parts += words
    return _as_typed(typed, parts)


def _sure(run: str, words: list[str], language: Language) -> bool:
    """True when a run of letters beside digits can hardly be part of a code."""
    return len(run) >= _SHORTEST and all(language.words[word] for word in words)


def _as_typed(typed: str, parts: list[str]) -> str:
    """`typed` with a space after each of its `parts` but the last."""
    ends = list(accumulate(len(part) for part in parts))
    return " ".join(typed[start:end] for start, end in pairwise([0, *ends]))
