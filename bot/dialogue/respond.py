"""From a question to its outcome: the way of one turn, top to bottom."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import clarify, compose, notices
from bot.answers.aspect import Aspect
from bot.dialogue import guided, prompts
from bot.dialogue.named import named
from bot.dialogue.ordinal import chosen
from bot.dialogue.topic import content, is_followup
from bot.dialogue.turn import Outcome, Turn, World
from bot.dialogue.whereabouts import names_only_a_ward, place_of
from bot.guides import reply as guide_reply
from bot.guides.model import START, load_guides
from bot.text.codes import find_procedure_codes

MAX_ASPECTS = 3
MAX_CHOICES = 4
MAX_OTHER_WORDS = 1  # besides an option's own: more of them are a matter of their own


def ask(turn: Turn, world: World) -> Outcome:
    """A question: by code, by one of the choices offered, about the procedure in play, or new."""
    for way in (
        _by_code,
        by_guide,
        _by_choice,
        _by_offer,
        _by_ward,
        _by_followup,
        _by_other_case,
        _by_search,
    ):
        outcome = way(turn, world)
        if outcome:
            return outcome
    return _ask_once_more(turn) or _nothing(turn)


def _ask_once_more(turn: Turn) -> Outcome | None:
    """A reply to a guide's question that says nothing: the question, a second time only."""
    again = ask_again(turn) if not turn.state.misses else None
    return replace(again, state=replace(again.state, misses=1)) if again else None


def _by_code(turn: Turn, world: World) -> Outcome | None:
    codes = find_procedure_codes(turn.text)
    if not codes:
        return None
    known = [code for code in codes if world.catalogue.get(code)]
    if known:
        aspects = turn.aspects or _pending(turn, known[0])
        return answer(known[0], replace(turn, aspects=aspects), world)
    title = world.catalogue.withdrawn.get(codes[0])
    reply = notices.withdrawn(codes[0], title) if title else notices.unknown_code(codes[0])
    return Outcome((reply,), turn.state, "notice", (codes[0],))


def _pending(turn: Turn, code: str) -> tuple[Aspect, ...]:
    """The aspect that was asked before a clarification is answered with the choice."""
    aspect = turn.state.aspect
    return (aspect,) if aspect and code in turn.state.choices else ()


def by_guide(turn: Turn, world: World) -> Outcome | None:
    """The answer to a guide's question: the next question, or the procedure that it leads to."""
    found = guided.node_of(turn.state.guide or "")
    if not found:
        return None
    name, guide, node = found
    option = guided.option_of(turn.text, guide.questions[node].options, world.catalogue)
    return _walk(name, option.to, turn, world) if option else None


def _walk(name: str, place: str, turn: Turn, world: World) -> Outcome:
    """Down the guide's tree as far as the message itself says where; then ask, or answer."""
    questions = load_guides()[name].questions
    while place in questions:
        option = guided.option_said(turn.text, questions[place].options)
        if option is None:
            return _ask_guide(name, place, turn)
        place = option.to
    aspects = turn.aspects or ((turn.state.aspect,) if turn.state.aspect else ())
    return answer(place, replace(turn, aspects=aspects), world)


def _ask_guide(name: str, node: str, turn: Turn) -> Outcome:
    guide = load_guides()[name]
    aspect = turn.aspects[0] if turn.aspects else turn.state.aspect
    state = replace(
        turn.state, guide=guided.pending(name, node), choices=(), aspect=aspect, misses=0
    )
    return Outcome((guide_reply.asked(guide, node),), state, "clarify", guide.codes)


def ask_again(turn: Turn) -> Outcome | None:
    """The guide's question that is open, once more."""
    found = guided.node_of(turn.state.guide or "")
    return _ask_guide(found[0], found[2], turn) if found else None


def _by_choice(turn: Turn, world: World) -> Outcome | None:
    offered = [code for code in turn.state.choices if world.catalogue.get(code)]
    position = chosen(turn.text, len(offered))
    if position is None:
        position = named(turn.text, [world.catalogue.procedures[code].title for code in offered])
    if position is None:
        return None
    aspects = turn.aspects or _pending(turn, offered[position])
    return answer(offered[position], replace(turn, aspects=aspects), world)


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


def _by_other_case(turn: Turn, world: World) -> Outcome | None:
    """ "Chồng tôi là người Hàn" after the usual answer: another option of the same guide."""
    name = guided.guide_of(turn.state.procedure or "", world.catalogue)
    if not name:
        return None
    option = guided.option_said(turn.text, load_guides()[name].beside_usual())
    if option is None or len(content(turn.text) - guided.own_words(option)) > MAX_OTHER_WORDS:
        return None
    return _walk(name, option.to, turn, world)


def _by_search(turn: Turn, world: World) -> Outcome | None:
    if not content(turn.text):
        return _which_procedure(turn, world)
    found = world.searcher.search(turn.text, exclude=turn.refused)
    state = replace(turn.state, candidates=tuple(found.codes))
    turn = replace(turn, state=state, aspects=turn.aspects or _waiting(turn))
    if found.decision == "answer":
        return answer(found.codes[0], turn, world)
    if found.decision == "clarify":
        name = guided.guide_among(found.codes, found.choices, world.catalogue)
        if name:
            return _walk(name, START, turn, world)
        return offer(tuple(found.choices), turn, world)
    return _still_about(turn, world)


def _still_about(turn: Turn, world: World) -> Outcome | None:
    """An aspect among words that name nothing we know: it is about the procedure in play."""
    current = world.catalogue.get(turn.state.procedure or "")
    return answer(current.code, turn, world) if current and turn.aspects else None


def _waiting(turn: Turn) -> tuple[Aspect, ...]:
    """The aspect that was asked before it was clear of which procedure."""
    state = turn.state
    open_question = state.aspect and not state.procedure and not state.choices
    return (state.aspect,) if state.aspect and open_question else ()


def _which_procedure(turn: Turn, world: World) -> Outcome | None:
    """No topic was named: the whole procedure in play, else ask which procedure is meant."""
    if not turn.aspects:
        current = world.catalogue.get(turn.state.procedure or "")
        return answer(current.code, turn, world) if current else None
    state = replace(turn.state, procedure=None, aspect=turn.aspects[0])
    return Outcome((prompts.which_procedure(turn.aspects[0]),), state, "clarify")


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
    return Outcome(said, turn.state.answered(code, aspects[0]), "answer", (code,))


def offer(codes: tuple[str, ...], turn: Turn, world: World) -> Outcome:
    """Ask which of the codes is meant; a single one is answered at once."""
    shown = tuple(code for code in codes if world.catalogue.get(code))[:MAX_CHOICES]
    if len(shown) < 2:
        return answer(shown[0], turn, world) if shown else _nothing(turn)
    aspect = turn.aspects[0] if turn.aspects else None
    procedures = [world.catalogue.procedures[code] for code in shown]
    reply = clarify.clarify(procedures, aspect or Aspect.OVERVIEW)
    state = replace(turn.state, choices=shown, guide=None, aspect=aspect, misses=0)
    return Outcome((reply,), state, "clarify", shown)


def _nothing(turn: Turn) -> Outcome:
    """First ask to say it otherwise; the second time in a row, give the hotline."""
    misses = turn.state.misses + 1
    reply = notices.none_found(1 if misses == 1 else 2)
    return Outcome((reply,), replace(turn.state, misses=misses, choices=(), guide=None), "none")
