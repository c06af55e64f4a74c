"""Titles for people: official ones are up to 241 words long, and some are shouted."""

from __future__ import annotations

import re

from bot.catalogue.derive.clean import sentence_case, shorten, tidy
from bot.catalogue.model import Procedure
from bot.catalogue.words import load_words

LIMIT = 90
_LEADING = re.compile(r"^(?:thủ tục hành chính|thủ tục)\s*:?\s+", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)?")
_REFERENCE = re.compile(
    r"[,;]?\s+(?:theo quy định (?:tại|của)|quy định tại|theo (?:khoản|điểm|Điều|Nghị|Luật)"
    r"|được quy định|ban hành kèm theo)\b.*$"
)
# The tier that ended on 1 July 2025: a title that still names it must not send people there.
_DISTRICT = re.compile(r"\s*\([^()]*cấp huyện[^()]*\)", re.IGNORECASE)


def display_title(procedure: Procedure) -> str:
    """The whole official title, not in capitals and without the abolished district level."""
    return _DISTRICT.sub("", sentence_case(procedure.title)).strip()


def short_title(procedure: Procedure) -> str:
    """A label of at most 90 characters, cut by rule; "Đăng ký khai sinh" for "Thủ tục …"."""
    title = _LEADING.sub("", display_title(procedure))
    bare = tidy(_PARENTHESIS.sub(" ", title)).strip(" .;,")
    title = bare if len(bare) > 10 else title
    if len(title) > LIMIT:
        cut = _REFERENCE.sub("", title)
        title = cut if len(cut) > 25 else title
    if len(title) > LIMIT:
        title = _first_alternative(title)
    title = title.strip(" .;,")
    return shorten(title[:1].upper() + title[1:], LIMIT)


def everyday_name(procedure: Procedure) -> str:
    """What people call it, to offer and to say; its short title where nobody has named it yet."""
    words = load_words().get(procedure.code)
    return words.short_name if words else short_title(procedure)


def both_names(procedure: Procedure) -> str:
    """The official title and the everyday name: the words by which it may be picked."""
    return f"{procedure.title} {everyday_name(procedure)}"


def _first_alternative(title: str) -> str:
    """The part before a semicolon, where it says enough."""
    head = title.split(";")[0]
    return head + "…" if 25 < len(head) < LIMIT and head != title else title
