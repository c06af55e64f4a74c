"""Another matter between two turns about a case: it is answered, and the case waits."""

from __future__ import annotations

from dataclasses import replace

from bot.cases.model import Case
from bot.cases.replies import asking, proving
from bot.cases.replies.details import Topic
from bot.dialogue.cases.asked import topic_of
from bot.dialogue.cases.meant import Meant, meant
from bot.dialogue.cases.memory import CaseTalk
from bot.dialogue.cases.outcome import detailed, said
from bot.dialogue.turn import Outcome, Turn, World

# A yes, a no, a number, where no other question is open.
_NOWHERE = {"what_next", "nothing_more", "nothing_to_choose", "nothing_to_repeat"}


def aside(turn: Turn, outcome: Outcome, world: World) -> Outcome:
    """Another matter was answered: the case waits, and the first time that is said."""
    talk = turn.state.case
    if talk.aside or outcome.state.case != talk:
        return outcome
    if not (talk.asks or talk.shown):
        return _waits(turn, outcome)
    if talk.shown and not talk.asks and not turn.topical and _of_its_procedure(outcome, talk.shown):
        return outcome
    lost = outcome.decision == "none" or (talk.asks and _leads_nowhere(outcome))
    if lost and any(map(str.isalpha, turn.text)):
        return _not_understood(turn, talk, world)
    if outcome.decision not in ("answer", "clarify"):
        return outcome
    reminder = (proving.still_waiting(talk.code),) if talk.code else ()
    state = replace(outcome.state, case=replace(talk, aside=True))
    return replace(outcome, replies=(*outcome.replies, *reminder), state=state)


def _waits(turn: Turn, outcome: Outcome) -> Outcome:
    """ "Sao lâu thế" out of the blue, or after all was deleted: who says so waits for a case."""
    if outcome.decision != "none" or topic_of(turn.text) is not Topic.WHY_SO_LONG:
        return outcome
    return said(asking.ask_code(), turn, turn.state.case.asking("code"))


def _of_its_procedure(outcome: Outcome, case: Case) -> bool:
    return outcome.decision == "answer" and outcome.codes == (case.procedure,)


def _leads_nowhere(outcome: Outcome) -> bool:
    return outcome.replies[-1].payload.get("kind") in _NOWHERE


def _not_understood(turn: Turn, talk: CaseTalk, world: World) -> Outcome:
    """Nothing else is known that it could be about: it was about the case."""
    if meant(turn.text) is Meant.RUDE:
        return said(asking.calm(), turn, talk)
    if talk.asks is None:
        return detailed(Topic.NOT_TOLD, turn, talk, world)
    again = proving.not_clear(talk.code) if talk.code else asking.forgotten_code()
    return said(again, turn, talk)
