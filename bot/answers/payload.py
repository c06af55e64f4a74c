"""Parts → the payload that a page draws (type `procedure`)."""

from __future__ import annotations

from typing import Any

from bot.answers.aspect import HEADING, LABEL, QUESTION, Aspect, next_aspects
from bot.answers.piece import Part, Section
from bot.answers.render import FOLD, local_note
from bot.answers.words import upper_first
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import Procedure

BUTTONS = 5


def payload_of(
    procedure: Procedure,
    title: str,
    aspect: Aspect,
    parts: list[Part],
    local: LocalStatus,
    asof: str,
) -> dict[str, Any]:
    """The record's facts by section; every item names the field it comes from."""
    note = local_note(local)
    shown = frozenset({aspect, *(part.aspect for part in parts)})
    return {
        "type": "procedure",
        "code": procedure.code,
        "title": procedure.title,
        "short_title": title,
        "aspect": aspect.value,
        "sections": [drawn for part in parts for drawn in sections_of(part)],
        "asof": asof,
        "url": procedure.url,
        "page": f"/procedures/{procedure.code}",
        "local_note": upper_first(note) if note else None,
        "quick_replies": quick_replies(procedure.code, shown),
    }


def sections_of(part: Part, fold: int | None = FOLD) -> list[dict[str, Any]]:
    """The sections of a part; `fold` None keeps every item (the procedure's own page)."""
    caveat = " ".join(part.after) or None
    if not part.sections:
        empty = Section(heading="", items=())
        return [
            _section(part, empty, fold, note=f"{upper_first(part.lead)}. {caveat or ''}".strip())
        ]
    drawn = [_section(part, section, fold, note=None) for section in part.sections]
    drawn[-1]["note"] = caveat
    return drawn


def quick_replies(code: str, shown: frozenset[Aspect]) -> list[dict[str, str]]:
    """Buttons for what people ask next; the code keeps each exact later on."""
    return [
        {"label": LABEL[aspect], "text": f"{QUESTION[aspect]} ({code})"}
        for aspect in next_aspects(shown, BUTTONS)
    ]


def _section(part: Part, section: Section, fold: int | None, note: str | None) -> dict[str, Any]:
    items = section.items[:fold]
    return {
        "aspect": part.aspect.value,
        "heading": section.heading or HEADING[part.aspect],
        "items": [{"text": item.text, "source": item.source} for item in items],
        "more": len(section.items) - len(items),
        "note": note,
        "ordered": section.ordered,
    }
