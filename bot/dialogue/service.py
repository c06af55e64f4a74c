"""Turns that no single procedure answers; each says truthfully what can be done today."""

from __future__ import annotations

from bot.answers import notices
from bot.answers.reply import Reply
from bot.dialogue.respond import ask
from bot.dialogue.turn import Outcome, Turn, World

# What an exact match rests on: then the words settle it, whatever the classifier thought.
_EXACT = {"code", "title"}


def case_status(turn: Turn, world: World) -> Outcome:
    return _notice(notices.case_status(), turn)


def handover(turn: Turn, world: World) -> Outcome:
    return _notice(notices.handover(), turn)


def complaint(turn: Turn, world: World) -> Outcome:
    return _notice(notices.complaint(), turn)


def out_of_scope(turn: Turn, world: World) -> Outcome:
    """Not the service's business, unless the message names a procedure exactly."""
    if world.searcher.search(turn.text).matched_by in _EXACT:
        return ask(turn, world)
    return _notice(notices.out_of_scope(), turn, decision_is_none=True)


def _notice(reply: Reply, turn: Turn, *, decision_is_none: bool = False) -> Outcome:
    return Outcome((reply,), turn.state, "none" if decision_is_none else "notice")
