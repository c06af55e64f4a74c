"""Several codes in one message: the first is looked at, the others are remembered."""

from __future__ import annotations

from dataclasses import replace

from bot.cases.replies import asking
from bot.dialogue.cases.asked import wants_another
from bot.dialogue.cases.codes import code_in
from bot.dialogue.cases.memory import CaseTalk
from bot.dialogue.cases.words import load_words, says
from bot.dialogue.ordinal import chosen
from bot.dialogue.turn import Outcome, Turn
from bot.text.hanoi_codes import codes_in


def named_code(turn: Turn) -> str | None:
    """The code that the message holds, or of those given before the one that it points at."""
    return code_in(turn.text, asked=turn.state.case.asks is not None) or _pointed_at(turn)


def one_by_one(turn: Turn, outcome: Outcome) -> Outcome:
    """Which of several codes is looked at is said before anything else."""
    codes = tuple(codes_in(turn.text, asked=turn.state.case.asks is not None))
    talk = outcome.state.case
    if not codes or (len(codes) == 1 and codes[0] in talk.listed):
        return outcome
    listed = codes if len(codes) > 1 else ()
    outcome = replace(outcome, state=replace(outcome.state, case=replace(talk, listed=listed)))
    if not listed:
        return outcome
    return replace(outcome, replies=(asking.one_by_one(codes[0], codes[1:]), *outcome.replies))


def _pointed_at(turn: Turn) -> str | None:
    """ "Cái thứ hai", "còn cái kia"; None while a choice of another matter is open."""
    talk = turn.state.case
    if not talk.listed or talk.asks == "code" or turn.state.choices or turn.state.guide:
        return None
    place = chosen(turn.text, len(talk.listed))
    if place is not None:
        return talk.listed[place]
    if says(turn.text, load_words().next_listed) or wants_another(turn.text):
        return _next(talk)
    return None


def _next(talk: CaseTalk) -> str | None:
    """The one behind the one that was talked about last."""
    current = talk.code or (talk.shown.code if talk.shown else None)
    at = talk.listed.index(current) + 1 if current in talk.listed else 0
    return talk.listed[at] if at < len(talk.listed) else None
