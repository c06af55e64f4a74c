"""From a question to its outcome: the way of one turn, top to bottom."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import notices
from bot.answers.aspect import Aspect
from bot.dialogue.choosing import by_choice, by_correction, by_order, pending
from bot.dialogue.comparing import by_comparison
from bot.dialogue.details import by_circumstance, by_detail, by_requirement
from bot.dialogue.explaining import by_explaining
from bot.dialogue.othercase import by_age, by_other_case
from bot.dialogue.outcomes import answer, nothing, offer
from bot.dialogue.recall import by_memory
from bot.dialogue.searching import by_search, perhaps
from bot.dialogue.several import by_several
from bot.dialogue.topic import content, is_followup
from bot.dialogue.turn import Outcome, Turn, World
from bot.dialogue.walk import ask_again, ask_once_more, by_guide
from bot.dialogue.whereabouts import names_only_a_ward, place_of
from bot.text.codes import find_procedure_codes


def ask(turn: Turn, world: World) -> Outcome:
    """A question: about what was said before, by code or choice, about the one in play, or new."""
    for way in (
        by_comparison,
        by_memory,
        _by_code,
        by_explaining,
        by_guide,
        by_choice,
        by_correction,
        by_order,
        by_several,
        _by_offer,
        _by_ward,
        by_age,
        by_circumstance,
        by_detail,
        _by_followup,
        by_other_case,
        by_requirement,
        by_search,
    ):
        if outcome := way(turn, world):
            return outcome
    return ask_once_more(turn) or perhaps(turn, world) or nothing(turn)


def _by_code(turn: Turn, world: World) -> Outcome | None:
    codes = find_procedure_codes(turn.text)
    if not codes:
        return None
    known = [code for code in codes if world.catalogue.get(code)]
    if known:
        aspects = turn.aspects or pending(turn, known[0])
        return answer(known[0], replace(turn, aspects=aspects), world)
    title = world.catalogue.withdrawn.get(codes[0])
    reply = notices.withdrawn(codes[0], title) if title else notices.unknown_code(codes[0])
    return Outcome((reply,), turn.state, "notice", (codes[0],))


def _by_offer(turn: Turn, world: World) -> Outcome | None:
    """Only an aspect, while a choice is open: ask again, now about that aspect."""
    if not turn.aspects or content(turn.text):
        return None
    if asked := ask_again(turn):
        return asked
    return offer(turn.state.choices, turn, world) if turn.state.choices else None


def _by_ward(turn: Turn, world: World) -> Outcome | None:
    """Only a ward is named: its point, and where the procedure in play is filed."""
    if not names_only_a_ward(turn.text):
        return None
    if world.catalogue.get(turn.state.procedure or "") and Aspect.PLACE in turn.aspects:
        return answer(turn.state.procedure or "", turn, world)
    reply = place_of(turn.text)
    return Outcome((reply,), turn.state, "notice") if reply else None


def _by_followup(turn: Turn, world: World) -> Outcome | None:
    current = world.catalogue.get(turn.state.procedure or "")
    if not current or not turn.aspects:
        return None
    if not is_followup(turn.text, current, world.searcher):
        return None
    return answer(current.code, turn, world)
