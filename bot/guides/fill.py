"""Placeholders of a guide, filled from the record when it is said."""

from __future__ import annotations

import re
from datetime import date

from bot.answers.aspect import Aspect
from bot.answers.parts import part_of
from bot.answers.piece import Part
from bot.answers.words import ear, lower_first, shorten
from bot.catalogue.local import LocalTruth
from bot.catalogue.store import Catalogue
from bot.guides.model import PLACEHOLDER

_ASPECT = {
    "fee": Aspect.FEE,
    "time": Aspect.TIME,
    "papers": Aspect.PAPERS,
    "place": Aspect.PLACE,
    "result": Aspect.RESULT,
}
_LISTED, _WORDS = 3, 14  # papers named, words of each
_LINE = 140
# The sentence around a placeholder says this already, or need not.
_HEAD = re.compile(r"^cơ quan giải quyết là ")
_FEE = re.compile(r"^(?:phí, lệ phí|lệ phí|phí) (?=\d)")
_TAIL = re.compile(r"; nộp trực tuyến, trực tiếp và bưu chính như nhau$")


def fill(
    text: str, catalogue: Catalogue, local: LocalTruth, today: date, *, spoken: bool = False
) -> str:
    """`text` with every placeholder replaced by what the record says today, or its spoken form.

    Raises:
        KeyError: a placeholder names a code that the catalogue does not have.
    """

    def said(match: re.Match[str]) -> str:
        kind, code = match.groups()
        part = part_of(catalogue.procedures[code], _ASPECT[kind], local.status(code), today)
        if spoken:
            return _aloud(part)
        before = match.string[: match.start()].rstrip().lower()
        if kind == "papers":
            return _papers(part, opened=before.endswith(":"))
        fact = _TAIL.sub("", _HEAD.sub("", part.brief or part.lead))
        if before.endswith("phí:"):
            fact = _FEE.sub("", fact)
        return lower_first(shorten(fact, _LINE))

    filled = PLACEHOLDER.sub(said, text)
    filled = re.sub(r"\s+", " ", re.sub(r"\.{2,}", ".", filled)).strip()
    return filled if filled.endswith((".", "…", "?", "!")) else f"{filled}."


def _papers(part: Part, opened: bool) -> str:
    """ "tờ khai; giấy chứng sinh; và 2 giấy tờ khác", a list or a sentence of its own."""
    items = [item.text for section in part.sections for item in section.items]
    if not items:
        return lower_first(part.lead) if opened else f"{part.lead}."
    named = "; ".join(lower_first(ear(item, _WORDS, least=4)) for item in items[:_LISTED])
    left = len(items) - _LISTED
    more = f"; và {left} giấy tờ khác" if left > 0 else ""
    return f"{named}{more}" if opened else f"Giấy tờ: {named}{more}."


def _aloud(part: Part) -> str:
    """The first spoken sentence, without the aspect's name in front and its stop."""
    return lower_first(part.spoken[0].split(": ", 1)[-1].rstrip("."))
