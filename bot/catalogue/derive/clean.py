"""Cleaning of portal text: one form of Unicode, single spaces, clauses, capitals."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_BULLET = re.compile(
    r"^(?:[^\w(“\"']+"
    r"|\((?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[ivx]{1,4})\)[\s.:]*"
    r"|(?:\d{1,2}(?:\.\d{1,2})+|\d{1,2}|[a-zđA-E]|[ivx]{1,4})[.)](?=\s|[^\W\d])\s*"
    r"|\d{1,2}(?:\.\d{1,2})+\s+)"
)
_CLAUSE_END = re.compile(r";|\.(?=\s|$)|:(?=\s|$)|\n|\t|\s[-+]\s(?=[A-ZĐÀ-Ỹ])")
_ACRONYMS = {
    "ABTC", "APEC", "ATTP", "BCA", "BHTN", "BHXH", "BHYT", "CITES", "GACP", "GMP", "HTX", "HĐND",
    "KH&CN", "ODA", "PCCC", "TNHH", "UBND", "USD", "VNEID",
}  # fmt: skip
_PROPER = ("Việt Nam", "Hà Nội", "Nhà nước", "Chính phủ", "Quốc hội", "Phật giáo", "ASEAN")


def tidy(text: str) -> str:
    """`text` in NFC, without invisible characters, on single spaces and single lines."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def lines(text: str) -> tuple[str, ...]:
    """The non-empty lines of a prose field, each tidied."""
    return tuple(line for line in (tidy(part) for part in text.splitlines()) if line)


def strip_bullet(text: str) -> str:
    """`text` without its leading dashes, numbers and letters of a list."""
    previous = None
    while previous != text:
        previous, text = text, _BULLET.sub("", text, count=1)
    return text.strip()


def first_clause(text: str, limit: int = 160) -> str:
    """The first clause of `text`, cut at a word with "…" where it is longer than `limit`."""
    text = strip_bullet(tidy(text))
    end = _CLAUSE_END.search(text)
    clause = text[: end.start()] if end else text
    return shorten(clause.strip(" ,;:."), limit)


def shorten(text: str, limit: int) -> str:
    """`text` in at most `limit` characters, cut between words, never inside a parenthesis."""
    if len(text) <= limit:
        return _drop_open_parenthesis(text)
    cut = text[: limit - 1].rsplit(" ", 1)[0]
    if cut.count("(") > cut.count(")"):
        before = cut[: cut.rindex("(")].rstrip()
        cut = before if len(before) > limit // 3 else cut
    return cut.rstrip(" ,;:.-–") + "…"


def balanced(text: str) -> str:
    """`text` with the closing brackets that a cut has taken from it, without stray ones."""
    missing = text.count("(") - text.count(")")
    if missing < 0:
        return text.rstrip(")") if text.endswith(")") else text
    return text + ")" * missing


def _drop_open_parenthesis(text: str) -> str:
    if text.count("(") > text.count(")") and text.rindex("(") > 20:
        return text[: text.rindex("(")].rstrip(" ,;")
    return text


def capital(text: str) -> str:
    """`text` with its first letter in capitals."""
    return text[:1].upper() + text[1:]


def is_shouting(text: str) -> bool:
    """Whether `text` is written in capitals only."""
    return text.upper() == text and sum(map(str.isalpha, text)) > 5


def sentence_case(text: str) -> str:
    """A text all in capitals as a sentence; known abbreviations and names keep theirs.

    Other texts come back unchanged.
    """
    if not is_shouting(text):
        return text
    sentence = re.sub(r"[^\s/(),.;:-]+", lambda word: _word(word[0]), text)
    for name in _PROPER:
        sentence = re.sub(re.escape(name), name, sentence, flags=re.IGNORECASE)
    return capital(sentence)


def _word(word: str) -> str:
    """A Vietnamese syllable has a vowel: what has none is an abbreviation ("LPG")."""
    has_vowel = re.search("[AEIOUY]", unicodedata.normalize("NFD", word)) is not None
    return word.lower() if has_vowel and word not in _ACRONYMS else word
