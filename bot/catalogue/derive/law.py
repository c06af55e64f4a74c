"""Legal basis: numbers and kinds of legal documents."""

from __future__ import annotations

import re

from bot.catalogue.derive.clean import sentence_case, shorten, tidy
from bot.catalogue.model import LegalText

_NUMBER = r"\d+(?:\.\d+)?/(?:\d{4}/)?[A-ZĐƯ][\wĐƯ&-]*(?:-[\w&Đ-]+)*"
_TRAILING = re.compile(rf"\([^()]*?({_NUMBER})\s*\.*\)\s*$")
_LEADING = re.compile(
    rf"^(?:Trang chủ )?(?:Bộ )?(?:Luật|Nghị định|Nghị quyết|Thông tư(?: liên tịch)?|Quyết định"
    rf"|Pháp lệnh)(?: số)?:?\s+({_NUMBER})",
    re.IGNORECASE,
)
_KIND_BY_NUMBER = (
    (re.compile(r"NĐ-C"), "Nghị định"),
    (re.compile(r"NQ-|/NQ"), "Nghị quyết"),
    (re.compile(r"/TTLT"), "Thông tư liên tịch"),
    (re.compile(r"/TT-"), "Thông tư"),
    (re.compile(r"/QĐ-"), "Quyết định"),
    (re.compile(r"UBTVQH"), "Pháp lệnh"),
    (re.compile(r"/QH\d+"), "Luật"),
)
_KIND_BY_TITLE = re.compile(
    r"^(Bộ luật|Luật|Nghị định|Nghị quyết|Thông tư liên tịch|Thông tư|Quyết định|Pháp lệnh"
    r"|Hiến pháp|Hiệp định|Công ước|Văn bản hợp nhất)\b",
    re.IGNORECASE,
)


def derive_law(items: tuple[str, ...]) -> tuple[LegalText, ...]:
    """Legal texts in the order of the source, each number once.

    The gathered file splits some titles in the middle. What has no number and does not
    begin like a legal text is dropped.
    """
    texts: dict[str, LegalText] = {}
    for item in _rejoin(items):
        text = _legal_text(item)
        if text is not None:
            texts.setdefault(text.number or text.title or "", text)
    return tuple(texts.values())


def _rejoin(items: tuple[str, ...]) -> list[str]:
    """Put pieces of a title together again: the next one goes on in lower case."""
    joined: list[str] = []
    for item in map(tidy, items):
        goes_on = item[:1].islower() and joined and not joined[-1].endswith(")")
        if goes_on:
            joined[-1] += f" {item}"
        else:
            joined.append(item)
    return joined


def _legal_text(item: str) -> LegalText | None:
    match = _TRAILING.search(item) or _LEADING.match(item)
    title = re.sub(r"\s*\([^()]*\)\s*$", "", item).strip(" .;,")
    by_title = _KIND_BY_TITLE.match(sentence_case(title))
    if match is None:
        if by_title is None or len(title) < 12:
            return None
        return LegalText(kind=_capital(by_title[1]), title=shorten(sentence_case(title), 160))
    number = re.sub(r"NĐ-C$", "NĐ-CP", match[1])
    kind = next((name for pattern, name in _KIND_BY_NUMBER if pattern.search(number)), None)
    if kind is None and by_title is not None:
        kind = _capital(by_title[1])
    return LegalText(number=number, kind=kind, title=_law_name(kind, title, number))


def _law_name(kind: str | None, title: str, number: str) -> str | None:
    """Laws are known by their names ("Luật Hộ tịch"); other texts by their numbers."""
    if kind not in ("Luật", "Pháp lệnh") or number in title or len(title) > 90:
        return None
    title = re.sub(r"\s+ngày\s.*$", "", sentence_case(title))
    return title if _KIND_BY_TITLE.match(title) else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:].lower()
