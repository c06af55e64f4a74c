"""Spelling of hurried and young people, of the regions, and English, written out.

"mún đk tạm trú thì cần j" → "muốn đăng ký tạm trú thì cần gì". Only whole words that hardly mean
anything else in a question; a text without marks gets the words without marks, so that guessing
its marks goes on as for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.text import english, regional, young
from bot.text.fold import has_diacritics, strip_diacritics

# Not a part of a code, an address or a number with its unit.
_BEFORE, _AFTER = r"(?<![\w@])(?<!\w[./-])", r"(?![\w@]|[./-]\w)"


def _any_of(phrases: Mapping[str, str], before: str = "") -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    body = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest)
    return re.compile(rf"{_BEFORE}{before}({body}){_AFTER}", re.IGNORECASE)


_WORDS = {**young.SPELLINGS, **young.ABBREVIATIONS, **regional.WORDS, **english.WORDS}
_SYLLABLE = _any_of({**young.SPELLINGS, **young.ABBREVIATIONS, **regional.WORDS})
_ENGLISH = _any_of(english.WORDS, english.ARTICLE)
_RULES = [
    (re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE), meant)
    for found, meant in (*young.RULES, *regional.RULES)
]


def written_out(text: str) -> str:
    """`text` with shorthand words written out; case of the others and all else stays."""
    marked, shouted = has_diacritics(text), text.isupper()

    def spelled(meant: str) -> str:
        return meant if marked else strip_diacritics(meant)

    def word(match: re.Match[str]) -> str:
        said = match[1].lower()
        if match[1].isupper() and not shouted and said in young.SPELLINGS:
            return match[0]  # "mẫu VK" is a name
        return spelled(_WORDS[" ".join(said.split())])

    read = _SYLLABLE.sub(word, text)
    for found, meant in _RULES:
        read = found.sub(spelled(meant), read)
    read = _ENGLISH.sub(word, read)
    return read if read == text else re.sub(r"\s+", " ", read).strip()
