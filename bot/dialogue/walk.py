"""A guide's questions, one turn after the other: asked, answered, asked again."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import guided
from bot.dialogue.options import option_of, option_said
from bot.dialogue.outcomes import answer
from bot.dialogue.turn import Outcome, Turn, World
from bot.guides import reply as guide_reply
from bot.guides.model import load_guides


def by_guide(turn: Turn, world: World) -> Outcome | None:
    """The answer to a guide's question: the next question, or the procedure that it leads to."""
    found = guided.node_of(turn.state.guide or "")
    if not found:
        return None
    name, guide, node = found
    option = option_of(turn.text, guide.questions[node].options, world.catalogue)
    return walk(name, option.to, turn, world) if option else None


def walk(name: str, place: str, turn: Turn, world: World) -> Outcome:
    """Down the guide's tree as far as the message itself says where; then ask, or answer."""
    questions = load_guides()[name].questions
    while place in questions:
        option = option_said(turn.text, questions[place].options)
        if option is None:
            return _ask(name, place, turn)
        place = option.to
    aspects = turn.aspects or ((turn.state.aspect,) if turn.state.aspect else ())
    return answer(place, replace(turn, aspects=aspects), world)


def ask_again(turn: Turn) -> Outcome | None:
    """The guide's question that is open, once more."""
    found = guided.node_of(turn.state.guide or "")
    return _ask(found[0], found[2], turn) if found else None


def ask_once_more(turn: Turn) -> Outcome | None:
    """A reply to a guide's question that says nothing: the question, a second time only."""
    again = ask_again(turn) if not turn.state.misses else None
    return replace(again, state=replace(again.state, misses=1)) if again else None


def _ask(name: str, node: str, turn: Turn) -> Outcome:
    guide = load_guides()[name]
    aspect = turn.aspects[0] if turn.aspects else turn.state.aspect
    state = replace(
        turn.state, guide=guided.pending(name, node), choices=(), aspect=aspect, misses=0
    )
    return Outcome((guide_reply.asked(guide, node),), state, "clarify", guide.codes)
