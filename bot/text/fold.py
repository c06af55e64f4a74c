"""Folding: the one spelling under which texts with and without diacritics meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_NOT_WORD = re.compile(r"[\W_]+")
_MOSTLY = 0.6  # where Vietnamese has its marks, they are on more than 40 words in 100


def strip_diacritics(text: str) -> str:
    """Return `text` (NFC) without Vietnamese marks; case, spaces and punctuation stay.

    Precomposed or combining input gives the same output; đ becomes d.
    """
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).replace("đ", "d").replace("Đ", "D")


def fold(text: str) -> str:
    """Lower case, no diacritics, punctuation as single spaces: "Lệ phí?" → "le phi".

    Folding twice changes nothing.
    """
    return _NOT_WORD.sub(" ", strip_diacritics(unicodedata.normalize("NFKC", text)).lower()).strip()


def has_diacritics(text: str) -> bool:
    """True when at least one letter carries a Vietnamese mark (or is đ)."""
    composed = unicodedata.normalize("NFC", text)
    return strip_diacritics(composed) != composed


def mostly_bare(words: Sequence[str]) -> bool:
    """True when so few of `words` carry marks that the others must have lost theirs."""
    return sum(word == strip_diacritics(word) for word in words) >= _MOSTLY * len(words)
