"""Short moves that only make sense after something was said: a choice, yes, no, again."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import clarify, notices
from bot.answers.aspect import Aspect
from bot.dialogue.respond import MAX_CHOICES, answer, ask
from bot.dialogue.turn import Outcome, Turn, World


def choose(turn: Turn, world: World) -> Outcome:
    """ "cái thứ hai": answered by `ask`, which knows the choices; else ask which are meant."""
    outcome = ask(turn, world)
    if outcome.decision == "none" and not turn.state.choices:
        return Outcome((notices.nothing_to_choose(),), turn.state, "notice")
    return outcome


def affirm(turn: Turn, world: World) -> Outcome:
    """Yes: takes the only choice offered; otherwise offers to go on."""
    if len(turn.state.choices) == 1:
        aspects = (turn.state.aspect,) if turn.state.aspect else ()
        return answer(turn.state.choices[0], replace(turn, aspects=aspects), world)
    if turn.state.choices:
        return _offer(turn.state.choices, turn, world)
    procedure = world.catalogue.get(turn.state.procedure or "")
    return Outcome((notices.what_next(procedure),), turn.state, "notice")


def deny(turn: Turn, world: World) -> Outcome:
    """No: after a clarification it refuses the choices, else it ends the topic politely."""
    if turn.state.choices:
        return not_that(turn, world)
    return Outcome((notices.nothing_more(),), turn.state, "notice")


def not_that(turn: Turn, world: World) -> Outcome:
    """ "không phải cái đó": offer the next best that were not refused yet."""
    refused = {turn.state.procedure, *turn.state.choices}
    left = tuple(code for code in turn.state.candidates if code not in refused)
    state = replace(turn.state, candidates=left, choices=(), procedure=None)
    if not left:
        return Outcome((notices.none_found(1),), replace(state, misses=1), "none")
    return _offer(left[: MAX_CHOICES - 1], replace(turn, state=state), world)


def repeat(turn: Turn, world: World) -> Outcome:
    """Say the last answer again."""
    if turn.state.choices:
        return _offer(turn.state.choices, turn, world)
    if turn.state.procedure and world.catalogue.get(turn.state.procedure):
        aspects = (turn.state.aspect or Aspect.OVERVIEW,)
        return answer(turn.state.procedure, replace(turn, aspects=aspects), world)
    return Outcome((notices.nothing_to_repeat(),), turn.state, "notice")


def _offer(codes: tuple[str, ...], turn: Turn, world: World) -> Outcome:
    shown = tuple(code for code in codes if world.catalogue.get(code))
    procedures = [world.catalogue.procedures[code] for code in shown]
    reply = clarify.clarify(procedures, turn.state.aspect)
    return Outcome((reply,), replace(turn.state, choices=shown), "clarify", shown)
