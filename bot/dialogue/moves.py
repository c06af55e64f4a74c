"""Short moves that only make sense after something was said: a choice, yes, no, again."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import notices
from bot.answers.aspect import Aspect
from bot.dialogue import prompts
from bot.dialogue.guided import node_of
from bot.dialogue.ordinal import chosen
from bot.dialogue.respond import MAX_CHOICES, answer, ask, ask_again, by_guide, offer
from bot.dialogue.turn import Outcome, Turn, World

# "không phải, ý tôi là đăng ký lại khai sinh": what is meant follows.
_MEANT = re.compile(
    r"(?:mà là|ý (?:tôi|em|mình|anh|chị|cháu|bác|tớ) là|(?:tôi|em|mình|anh|chị|cháu|bác|tớ) "
    r"(?:muốn hỏi|muốn|hỏi|cần))\s+(\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def choose(turn: Turn, world: World) -> Outcome:
    """ "cái thứ hai": one of the choices; without such a choice, says so or offers them again."""
    offered = turn.state.choices
    if turn.state.guide:
        return by_guide(turn, world) or ask_again(turn) or ask(turn, world)
    if chosen(turn.text, MAX_CHOICES) is None or chosen(turn.text, len(offered)) is not None:
        return ask(turn, world)
    if offered:
        return offer(offered, _asked(turn), world)
    return Outcome((prompts.nothing_to_choose(),), turn.state, "notice")


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
    """ "không phải cái đó": search for what is meant instead, or offer the next best."""
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
