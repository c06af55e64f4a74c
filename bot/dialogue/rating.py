"""The one question at the end: when it is asked, and what answers it.

Nobody is asked twice, and nobody who is angry or was not helped: `first` remembers it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.care import survey_replies
from bot.care.survey import SCORES, Rated
from bot.dialogue.cases.meant import Meant, meant
from bot.dialogue.turn import Outcome, Respond, Turn, World
from bot.text.fold import fold
from bot.text.numbers import read_number

LOST = 2  # questions in a row without an answer

_TAPPED = re.compile(r"\btoi cham ([1-5]) 5 diem\b")
_SCORE = re.compile(
    r"(?:da |toi |em |anh |chi |cham |cho |muc |phim |la |thay )*"
    r"(\w+(?: \w+)*?)(?: diem| sao| a| nhe)*"
)
_NAMED = {fold(name): score for score, name in SCORES.items()}


@dataclass(frozen=True)
class Rate:
    """The counter is to write down this score."""

    score: int


def score_of(turn: Turn) -> int | None:
    """The score that a message gives: by a tap wherever, as a bare number or the name of a score
    once it was asked."""
    if tapped := _TAPPED.search(fold(turn.text)):
        return int(tapped[1])
    number = _answered(turn)
    return number if number in SCORES else None


def _answered(turn: Turn) -> int | None:
    """The number that is the whole answer to the question, on the scale or not."""
    bare = _SCORE.fullmatch(fold(turn.text)) if turn.state.survey == "asks" else None
    return _NAMED.get(bare[1], read_number(bare[1])) if bare else None


def may_be_asked(turn: Turn) -> bool:
    """Whether something was answered, and nothing speaks against asking."""
    state = turn.state
    helped = bool(state.recent or state.case.shown)
    return helped and state.survey is None and state.misses < LOST


def first(respond: Respond) -> Respond:
    """`respond`, but a score is taken; and who is angry or lost is remembered."""

    def looked_at(turn: Turn, world: World) -> Outcome:
        if score_of(turn):
            saved = isinstance(turn.counter, Rated)
            reply = survey_replies.thanks() if saved else survey_replies.not_saved()
            return Outcome((reply,), replace(turn.state, survey="done"), "notice")
        if _answered(turn):  # ten of five; "không" is a no
            return Outcome((survey_replies.asked_again(),), turn.state, "notice")
        if turn.state.survey == "asks":
            turn = replace(turn, state=replace(turn.state, survey="done"))
        outcome = respond(turn, world)
        if outcome.state.survey is None and _spared(turn, outcome):
            return replace(outcome, state=replace(outcome.state, survey="spared"))
        return outcome

    return looked_at


def _spared(turn: Turn, outcome: Outcome) -> bool:
    angry = meant(turn.text) is Meant.RUDE or outcome.state.ticket.asks == "kind"
    return angry or outcome.state.misses >= LOST
