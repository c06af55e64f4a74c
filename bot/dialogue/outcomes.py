"""The outcomes that a turn comes to: an answer, a question which one, nothing found."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import clarify, compose, notices
from bot.answers.aspect import Aspect
from bot.dialogue import guided
from bot.dialogue.turn import Outcome, Turn, World
from bot.dialogue.whereabouts import place_of
from bot.guides import reply as guide_reply
from bot.guides.model import load_guides

MAX_ASPECTS = 3
MAX_CHOICES = 4
MAX_READ_OUT = 2  # who listens keeps no more in mind; "không phải" brings the next


def answer(code: str, turn: Turn, world: World) -> Outcome:
    """Answer what was asked about one procedure; without an aspect, its whole card."""
    procedure = world.catalogue.procedures[code]
    aspects = turn.aspects[:MAX_ASPECTS] or (Aspect.OVERVIEW,)
    replies = tuple(
        compose.answer(
            procedure,
            aspect,
            local=world.local.status(code),
            asof=world.catalogue.asof,
            today=world.today,
        )
        for aspect in aspects
    )
    guide = guided.guide_of(code, world.catalogue)
    if guide and aspects == (Aspect.OVERVIEW,):
        told = (load_guides()[guide], replies[0], world.catalogue, world.local, world.today)
        replies = (guide_reply.told(guide, *told),)
    point = place_of(turn.text) if Aspect.PLACE in aspects else None
    said = (*replies, point) if point else replies
    state = turn.state.answered(code, aspects[0])
    if code not in guided.offered(state.reopened()):
        state = state.question_forgotten()
    return Outcome(said, state, "answer", (code,))


def offer(codes: tuple[str, ...], turn: Turn, world: World) -> Outcome:
    """Ask which of the codes is meant; a single one is answered at once."""
    most = MAX_CHOICES if turn.heard is None else MAX_READ_OUT
    shown = tuple(code for code in codes if world.catalogue.get(code))[:most]
    if len(shown) < 2:
        return answer(shown[0], turn, world) if shown else nothing(turn)
    aspect = turn.aspects[0] if turn.aspects else None
    procedures = [world.catalogue.procedures[code] for code in shown]
    reply = clarify.clarify(procedures, aspect or Aspect.OVERVIEW)
    state = replace(turn.state, choices=shown, guide=None, aspect=aspect, misses=0)
    return Outcome((reply,), state, "clarify", shown)


def nothing(turn: Turn) -> Outcome:
    """First ask to say it otherwise; the second time in a row, give the hotline."""
    misses = turn.state.misses + 1
    reply = notices.none_found(1 if misses == 1 else 2)
    return Outcome((reply,), replace(turn.state, misses=misses, choices=(), guide=None), "none")
