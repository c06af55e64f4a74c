"""Another matter between two steps of a complaint: it is answered, and a draft waits."""

from __future__ import annotations

from dataclasses import replace

from bot.care.tickets import replies
from bot.dialogue.tickets.memory import TicketTalk
from bot.dialogue.turn import Outcome, Turn


def beside(talk: TicketTalk, otherwise: TicketTalk) -> TicketTalk:
    """What is remembered when another ticket comes between: a draft, else `otherwise`."""
    return replace(talk, aside=True) if talk.written else otherwise


def aside(turn: Turn, outcome: Outcome) -> Outcome:
    """The draft waits, and the first time that is said; a mere question is dropped."""
    talk = turn.state.ticket
    if talk.asks is None or outcome.state.ticket != talk:
        return outcome
    if not talk.written:
        return replace(outcome, state=replace(outcome.state, ticket=TicketTalk()))
    if talk.aside:
        return outcome
    state = replace(outcome.state, ticket=replace(talk, aside=True))
    return replace(outcome, replies=(*outcome.replies, replies.still_waiting()), state=state)
