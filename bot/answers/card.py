"""The whole procedure on one card."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.answers.aspect import LABEL, ORDER, Aspect
from bot.answers.parts import part_of
from bot.answers.payload import payload_of, sections_of
from bot.answers.piece import Part
from bot.answers.render import closing
from bot.answers.reply import Reply
from bot.answers.spoken import aloud
from bot.answers.words import lower_first, shorten, stop, upper_first
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import Procedure
from bot.catalogue.titles import short_title

_ON_CARD = (Aspect.PAPERS, Aspect.FEE, Aspect.TIME, Aspect.PLACE, Aspect.RESULT)
_LINE = 170  # characters of one aspect on the card


def card(procedure: Procedure, *, local: LocalStatus, asof: str, today: date) -> Reply:
    """The main facts, one line each; the details wait behind the buttons."""
    parts = [part_of(procedure, aspect, local, today) for aspect in _ON_CARD]
    title = short_title(procedure)
    lines = [f"• {LABEL[part.aspect]}: {stop(_line(part))}" for part in parts]
    text = [f"{title}: những điều chính.", *lines, *closing(procedure, local, asof)]
    shown = frozenset({Aspect.OVERVIEW, Aspect.FEE, Aspect.TIME, Aspect.RESULT})
    return Reply(
        text="\n".join(text),
        payload=payload_of(procedure, title, Aspect.OVERVIEW, parts, local, asof),
        spoken=aloud(procedure, _spoken(parts), shown, local, asof),
    )


def full_sections(procedure: Procedure, *, local: LocalStatus, today: date) -> list[dict[str, Any]]:
    """Every section of every aspect, unfolded, for the procedure's own page and for print."""
    parts = [part_of(procedure, aspect, local, today) for aspect in ORDER]
    return [drawn for part in parts for drawn in sections_of(part, fold=None)]


def _line(part: Part) -> str:
    """One sentence on the card: the lead, or what it stands for."""
    items = [item.text for section in part.sections for item in section.items]
    if part.aspect is Aspect.RESULT and len(items) > 1:
        return f"{shorten(lower_first(items[0]), _LINE - 30)} và {len(items) - 1} kết quả khác"
    return shorten(part.brief or part.lead, _LINE)


def _spoken(parts: list[Part]) -> list[str]:
    """The first sentence of each part, and the others where it holds for one way of filing only."""
    chosen: list[str] = []
    for part in parts[:4]:
        by_channel = [s for s in part.spoken if s.startswith(f"{LABEL[part.aspect]} khi nộp")]
        chosen += by_channel[:3] or [upper_first(part.spoken[0])]
        chosen += [sentence for sentence in part.spoken if "áp dụng đến hết" in sentence]
    return chosen
