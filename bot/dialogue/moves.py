"""Short moves that only make sense after something was said: a choice, yes, no, again."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import notices
from bot.answers.aspect import Aspect
from bot.dialogue import prompts
from bot.dialogue.choosing import by_choice, by_correction, by_order
from bot.dialogue.comparing import aspects_of, by_comparison, compared
from bot.dialogue.details import by_detail
from bot.dialogue.explaining import by_explaining
from bot.dialogue.guided import node_of
from bot.dialogue.ordinal import names_a_choice
from bot.dialogue.othercase import by_other_case
from bot.dialogue.outcomes import MAX_CHOICES, answer, offer
from bot.dialogue.pairs import without_asking
from bot.dialogue.recall import by_memory
from bot.dialogue.respond import ask
from bot.dialogue.topic import content
from bot.dialogue.turn import Outcome, Turn, World
from bot.dialogue.walk import ask_again, by_guide
from bot.text.phrases import normal

# "không phải, ý tôi là đăng ký lại khai sinh": what is meant follows.
_MEANT = re.compile(
    r"(?:mà là|ý (?:tôi|em|mình|anh|chị|cháu|bác|tớ) là|(?:tôi|em|mình|anh|chị|cháu|bác|tớ) "
    r"(?:muốn hỏi|muốn|hỏi|cần))\s+(\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def choose(turn: Turn, world: World) -> Outcome:
    """ "cái thứ hai": one of the choices; without such a choice, says so or offers them again."""
    if meant := by_memory(turn, world) or by_explaining(turn, world) or _taken(turn, world):
        return meant
    if again := ask_again(turn):
        return again
    if not names_a_choice(turn.text):
        return ask(turn, world)
    if turn.state.choices:
        return offer(turn.state.choices, _asked(turn), world)
    return Outcome((prompts.nothing_to_choose(),), turn.state, "notice")


def _taken(turn: Turn, world: World) -> Outcome | None:
    """One of the choices: of the open question, of the one before, or of what was talked about."""
    for way in (by_guide, by_choice, by_correction, by_order):
        if outcome := way(turn, world):
            return outcome
    return None


def compare(turn: Turn, world: World) -> Outcome:
    """Two procedures side by side; with one alone, what is asked about it."""
    aspects = aspects_of(turn.text) or turn.aspects
    if outcome := compared(turn, world):
        return outcome
    if turn.state.procedure or content(without_asking(normal(turn.text))):
        return ask(replace(turn, aspects=aspects), world)
    return Outcome((prompts.which_two(),), turn.state, "notice")


def affirm(turn: Turn, world: World) -> Outcome:
    """Yes: to a question with several choices it is no answer yet; else offers to go on."""
    if turn.topical:
        return ask(turn, world)
    if guided := by_guide(turn, world) or ask_again(turn):
        return guided
    if turn.state.choices:
        return offer(turn.state.choices, _asked(turn), world)
    procedure = world.catalogue.get(turn.state.procedure or "")
    return Outcome((prompts.what_next(procedure),), turn.state, "notice")


def deny(turn: Turn, world: World) -> Outcome:
    """No: after a clarification it refuses the choices, else it ends the topic politely."""
    if turn.topical:  # "kết hôn" looks like "không" to a classifier of letters
        return ask(turn, world)
    if guided := by_guide(turn, world):
        return guided
    if turn.state.choices or turn.state.guide:
        return not_that(turn, world)
    return Outcome((prompts.nothing_more(),), turn.state, "notice")


def not_that(turn: Turn, world: World) -> Outcome:
    """ "không phải cái đó": take what is meant instead, search for it, or offer the next best."""
    for way in (by_comparison, by_correction, by_other_case, by_detail):
        if outcome := way(turn, world):
            return outcome
    refused = frozenset({turn.state.procedure or "", *turn.state.choices, *_of_guide(turn)})
    left = tuple(code for code in turn.state.candidates if code not in refused)
    state = replace(turn.state, candidates=left, choices=(), guide=None, procedure=None)
    meant = _MEANT.search(turn.text)
    if meant:
        return ask(replace(turn, text=meant.group(1), state=state, refused=refused), world)
    if not left:
        return Outcome((notices.not_that(),), state, "none")
    return offer(left[:MAX_CHOICES], _asked(replace(turn, state=state)), world)


def repeat(turn: Turn, world: World) -> Outcome:
    """Say the last answer again."""
    if turn.topical:
        return ask(turn, world)
    if guided := ask_again(turn):
        return guided
    if turn.state.choices:
        return offer(turn.state.choices, _asked(turn), world)
    if turn.state.procedure and world.catalogue.get(turn.state.procedure):
        aspects = (turn.state.aspect or Aspect.OVERVIEW,)
        return answer(turn.state.procedure, replace(turn, aspects=aspects), world)
    return Outcome((prompts.nothing_to_repeat(),), turn.state, "notice")


def _asked(turn: Turn) -> Turn:
    """The turn, asking again about the aspect that was asked before."""
    return replace(turn, aspects=(turn.state.aspect,) if turn.state.aspect else ())


def _of_guide(turn: Turn) -> tuple[str, ...]:
    """The codes of the guide whose question is open."""
    found = node_of(turn.state.guide or "")
    return found[1].codes if found else ()
