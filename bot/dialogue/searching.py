"""A message of its own: search for the procedure that it means."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.aspect import Aspect
from bot.answers.opening import opened
from bot.dialogue import guided, prompts
from bot.dialogue.details import still_about
from bot.dialogue.matter import left_open
from bot.dialogue.outcomes import answer, offer
from bot.dialogue.topic import content
from bot.dialogue.turn import Outcome, Turn, World
from bot.dialogue.walk import walk
from bot.guides.model import START
from bot.retrieval.query import Result

GUESSES = 3
PERHAPS = 0.45  # probability of a matter of ours from which a guess is worth a look
_UNSURE = "Chưa chắc đã hiểu đúng. Nếu việc anh/chị cần không có dưới đây, anh/chị nói rõ hơn."


def by_search(turn: Turn, world: World) -> Outcome | None:
    """What the search finds: an answer, a question which one; None when it finds nothing."""
    if not content(turn.text):
        return _which_procedure(turn, world)
    found = _found(turn, world)
    state = replace(turn.state, candidates=tuple(found.codes))
    turn = replace(turn, state=state, aspects=turn.aspects or _waiting(turn))
    if found.decision == "answer":
        under = guided.guide_under(found.codes[0], world.catalogue)
        if under and found.matched_by != "code":
            return walk(under, START, turn, world)
        return answer(found.codes[0], turn, world)
    if found.decision == "clarify":
        name = guided.guide_among(found.codes, found.choices, world.catalogue)
        if name:
            return walk(name, START, turn, world)
        return offer(tuple(found.choices), turn, world)
    if found.codes[:1] == [turn.state.procedure]:  # far from all, and nearest to the one in play
        return answer(found.codes[0], turn, world)
    return still_about(turn, world)


def _found(turn: Turn, world: World) -> Result:
    """What the message means; where that is nothing, what else a recogniser may have heard."""
    found = world.searcher.search(turn.text, exclude=turn.refused)
    if found.decision != "none":
        return found
    others = (world.searcher.search(text, exclude=turn.refused) for text in turn.heard or ())
    return next((other for other in others if other.decision != "none"), found)


def perhaps(turn: Turn, world: World) -> Outcome | None:
    """The nearest, told as a guess, where the message may be a matter of ours after all.

    It counts as nothing found: a second miss in a row gives the hotline.
    """
    found = world.searcher.search(turn.text, exclude=turn.refused)
    if turn.state.misses or len(found.codes) < GUESSES or not left_open(turn.text, world.searcher):
        return None
    if found.trace.figures.get("scope", 0.0) < PERHAPS:
        return None
    guessed = offer(tuple(found.codes[:GUESSES]), turn, world)
    reply = opened(guessed.replies[0], _UNSURE)
    return Outcome((reply,), replace(guessed.state, misses=1), "none", guessed.codes)


def _which_procedure(turn: Turn, world: World) -> Outcome | None:
    """No topic was named: the whole procedure in play, else ask which procedure is meant."""
    if not turn.aspects:
        current = world.catalogue.get(turn.state.procedure or "")
        return answer(current.code, turn, world) if current else None
    state = replace(turn.state, procedure=None, aspect=turn.aspects[0])
    return Outcome((prompts.which_procedure(turn.aspects[0]),), state, "clarify")


def _waiting(turn: Turn) -> tuple[Aspect, ...]:
    """The aspect that was asked before it was clear of which procedure."""
    state = turn.state
    open_question = state.aspect and not state.procedure and not state.choices
    return (state.aspect,) if state.aspect and open_question else ()
