"""Looking up: what the desk is to be asked, and what its answer comes to."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cases.model import Case
from bot.cases.outcome import OutcomeKind
from bot.cases.replies import refusals
from bot.cases.replies.glance import glance
from bot.dialogue.cases.asked import wants_another
from bot.dialogue.cases.codes import mistyped
from bot.dialogue.cases.listed import named_code
from bot.dialogue.cases.outcome import said, shown
from bot.dialogue.ordinal import chosen, names_a_choice
from bot.dialogue.turn import Outcome, Turn, World
from bot.settings import settings


@dataclass(frozen=True)
class LookUp:
    """What the desk is to be asked; without a proof for what is open to all."""

    code: str
    proof: str | None


def wanted(turn: Turn) -> LookUp | None:
    """The look-up that this turn needs: it blocks, so a channel makes it before the turn."""
    named = named_code(turn)
    code = named or (turn.state.case.code if _still_meant(turn) else None)
    if code and turn.proof:
        return LookUp(code, turn.proof)
    open_to_all = settings().case_open == "state" and turn.proof is None
    return LookUp(named, None) if named and open_to_all else None


def _still_meant(turn: Turn) -> bool:
    """Whether digits without a code are for the one that was given before: no other was tried."""
    return turn.state.case.asks == "proof" and not mistyped(turn.text, asked=False)


def needs_own(turn: Turn, intent: str) -> bool:
    """Whether a signed-in person's own cases may be what this turn is about."""
    if intent == "case_status" or named_code(turn) or wants_another(turn.text):
        return True
    return turn.state.case.asks == "code" and names_a_choice(turn.text)


def own_case(turn: Turn) -> Case | None:
    """The case that is named by its code or its place on the list, if it is the person's own.

    Who is signed in is asked for a code only beside the list.
    """
    talk = turn.state.case
    if turn.own is None:
        return None
    if named := named_code(turn):
        return turn.own.case(named)
    place = chosen(turn.text, len(turn.own.cases)) if talk.asks == "code" else None
    return None if place is None else turn.own.cases[place]


def by_own(turn: Turn, world: World) -> Outcome | None:
    """An own case needs no proof: who signed in has proved more."""
    case = own_case(turn)
    return shown(turn, turn.state.case.showing(case), world) if case else None


def by_looking_up(turn: Turn, world: World) -> Outcome | None:
    """What the desk has said."""
    talk, look_up, found = turn.state.case, wanted(turn), turn.found
    if look_up is None or found is None:
        return None
    code, waiting = look_up.code, talk.asking("proof", look_up.code)
    if found.kind is OutcomeKind.LOCKED and found.until:
        return said(refusals.locked(found.until), turn, waiting)
    if found.kind is OutcomeKind.SOURCE_DOWN:
        return said(refusals.source_down(code), turn, waiting)
    if look_up.proof is None:
        if found.case:
            return said(glance(found.case, world.today), turn, waiting)
        return said(refusals.unknown(code), turn, talk.asking("code"))
    if found.case is None:
        return said(refusals.refused(code), turn, waiting)
    return shown(turn, talk.showing(found.case), world)
