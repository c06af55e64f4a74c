"""From a question to its outcome: the way of one turn, top to bottom."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import answering, clarify, notices
from bot.answers.aspect import Aspect
from bot.dialogue.ordinal import chosen
from bot.dialogue.turn import Outcome, Turn, World
from bot.retrieval.topic import is_followup, strip_question
from bot.text.codes import find_procedure_codes

MAX_ASPECTS = 3
MAX_CHOICES = 4


def ask(turn: Turn, world: World) -> Outcome:
    """A question: by code, by one of the choices offered, about the procedure in play, or new."""
    for way in (_by_code, _by_choice, _by_followup, _by_search):
        outcome = way(turn, world)
        if outcome:
            return outcome
    return _nothing(turn)


def _by_code(turn: Turn, world: World) -> Outcome | None:
    codes = find_procedure_codes(turn.text)
    if not codes:
        return None
    known = [code for code in codes if world.catalogue.get(code)]
    if known:
        aspects = turn.aspects or _pending(turn, known[0])
        return answer(known[0], replace(turn, aspects=aspects), world)
    title = world.catalogue.withdrawn.get(codes[0])
    if title:
        reply = notices.withdrawn(codes[0], title)
    else:
        reply = notices.unknown_code(codes[0], asof=world.catalogue.asof)
    return Outcome((reply,), turn.state, "notice", (codes[0],))


def _pending(turn: Turn, code: str) -> tuple[Aspect, ...]:
    """The aspect that was asked before a clarification is answered with the choice."""
    aspect = turn.state.aspect
    return (aspect,) if aspect and code in turn.state.choices else ()


def _by_choice(turn: Turn, world: World) -> Outcome | None:
    position = chosen(turn.text, len(turn.state.choices))
    if position is None:
        return None
    code = turn.state.choices[position]
    return answer(code, replace(turn, aspects=_pending(turn, code)), world)


def _by_followup(turn: Turn, world: World) -> Outcome | None:
    current = world.catalogue.get(turn.state.procedure or "")
    if not current or not turn.aspects:
        return None
    if not is_followup(turn.text, current, world.searcher):
        return None
    return answer(current.code, turn, world)


def _by_search(turn: Turn, world: World) -> Outcome | None:
    if not strip_question(turn.text):
        return _which_procedure(turn)
    found = world.searcher.search(turn.text)
    state = replace(turn.state, candidates=tuple(found.codes))
    if found.decision == "answer":
        return answer(found.codes[0], replace(turn, state=state), world)
    if found.decision == "clarify":
        return _clarify(tuple(found.choices), replace(turn, state=state), world)
    return None


def _which_procedure(turn: Turn) -> Outcome | None:
    """Only an aspect was named and nothing is in play: ask which procedure is meant."""
    if not turn.aspects:
        return None
    state = replace(turn.state, aspect=turn.aspects[0])
    return Outcome((notices.which_procedure(turn.aspects[0]),), state, "clarify")


def answer(code: str, turn: Turn, world: World) -> Outcome:
    """Answer what was asked about one procedure; without an aspect, its whole card."""
    procedure = world.catalogue.procedures[code]
    aspects = turn.aspects[:MAX_ASPECTS] or (Aspect.OVERVIEW,)
    replies = tuple(
        answering.answer(
            procedure,
            aspect,
            local=world.catalogue.local.status(code),
            asof=world.catalogue.asof,
            today=world.today,
        )
        for aspect in aspects
    )
    return Outcome(replies, turn.state.answered(code, aspects[0]), "answer", (code,))


def _clarify(codes: tuple[str, ...], turn: Turn, world: World) -> Outcome:
    shown = codes[:MAX_CHOICES]
    aspect = turn.aspects[0] if turn.aspects else None
    reply = clarify.clarify([world.catalogue.procedures[code] for code in shown], aspect)
    state = replace(turn.state, choices=shown, aspect=aspect, misses=0)
    return Outcome((reply,), state, "clarify", shown)


def _nothing(turn: Turn) -> Outcome:
    """First ask to say it otherwise; the second time in a row, give the hotline."""
    misses = turn.state.misses + 1
    reply = notices.none_found(1 if misses == 1 else 2)
    return Outcome((reply,), replace(turn.state, misses=misses, choices=()), "none")
