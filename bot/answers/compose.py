"""A procedure and an aspect → a reply. The whole way of an answer is readable here."""

from __future__ import annotations

from datetime import date

from bot.answers.aspect import Aspect
from bot.answers.card import card
from bot.answers.parts import part_of
from bot.answers.payload import payload_of
from bot.answers.render import closing, text_of
from bot.answers.reply import Reply
from bot.answers.spoken import aloud
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import Procedure
from bot.catalogue.titles import short_title


def answer(
    procedure: Procedure, aspect: Aspect, *, local: LocalStatus, asof: str, today: date
) -> Reply:
    """What is known about one aspect of a procedure, and what is not.

    Args:
        procedure: the record.
        aspect: what was asked; `Aspect.OVERVIEW` gives the whole card.
        local: Hanoi's own table for this code; all None is unknown.
        asof: month of the catalogue, "2026-07".
        today: the day for which fees and reductions must hold.
    """
    if aspect is Aspect.OVERVIEW:
        return card(procedure, local=local, asof=asof, today=today)
    title = short_title(procedure)
    part = part_of(procedure, aspect, local, today)
    return Reply(
        text=text_of(title, part, closing(procedure, local, asof)),
        payload=payload_of(procedure, title, aspect, [part], local, asof),
        spoken=aloud(procedure, list(part.spoken), frozenset({aspect}), local, asof),
    )
