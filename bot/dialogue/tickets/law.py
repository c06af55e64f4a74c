"""Complaints and denunciations in the form of the law: procedures, for which no ticket stands."""

from __future__ import annotations

from dataclasses import replace

from bot.care.tickets import replies
from bot.dialogue.tickets.words import by_law, in_its_form, names_the_law
from bot.dialogue.turn import Outcome, Turn, World


def by_the_law(turn: Turn, found: Outcome | None, world: World) -> Outcome | None:
    """What was found of it, behind what a ticket is; or that the catalogue has none of it.

    None: nothing of the kind is asked for, or a procedure of something else was found to a
    message that may mean a mere report ("hàng xóm xây trái phép, tố cáo ở đâu").
    """
    if not by_law(turn.text):
        return None
    if found and any(_lawful(code, world) for code in found.codes):
        return replace(found, replies=(replies.by_law(), *found.replies))
    if in_its_form(turn.text):
        return Outcome((replies.no_such_law(),), turn.state, "notice")
    return None


def is_by_law(outcome: Outcome) -> bool:
    """Whether that was said already."""
    return outcome.replies[0].payload.get("kind") == "by_law"


def _lawful(code: str, world: World) -> bool:
    procedure = world.catalogue.get(code)
    return procedure is not None and names_the_law(procedure.title)
