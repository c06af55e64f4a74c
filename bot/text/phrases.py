"""Find listed phrases in a text that may carry diacritics, some of them, or none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from bot.text.fold import strip_diacritics


def phrase_pattern(phrases: Iterable[str], *, exact: Iterable[str] = ()) -> re.Pattern[str]:
    """One pattern that finds any of `phrases`, the longest first, as whole words.

    Each word matches as written or without its diacritics ("lệ phí", "le phi", "lệ phi"). Phrases
    in `exact` match only as written, for words that mean something else when bare ("thế" / "thẻ").
    Apply it to `normal(text)`.
    """
    texts = {**{_nfc(p): False for p in phrases}, **{_nfc(p): True for p in exact}}
    ordered = sorted(texts, key=lambda p: (-len(p), p))
    body = "|".join(
        r"\W+".join(_word(w, exact=texts[p]) for w in p.split()) for p in ordered if p.strip()
    )
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if body else r"(?!)")


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """NFC and lower case: the form that phrase patterns are applied to."""
    return _nfc(text).lower()


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _word(word: str, *, exact: bool) -> str:
    bare = strip_diacritics(word)
    if exact or bare == word:
        return re.escape(word)
    return f"(?:{re.escape(word)}|{re.escape(bare)})"
