"""Turns about complaints and proposals: what kind, where, what happened, read back, yes, code.

`first` stands before the talk about cases: what happened may name a case, and is no look-up then.
It can be left at every point, and nothing is sent without a yes.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answers.reply import Reply
from bot.care.tickets import replies, standing
from bot.care.tickets.model import Locked, Receipt, Standing, Unknown, Withdrawn
from bot.dialogue.tickets import words
from bot.dialogue.tickets.accusing import accuses, praises, praises_an_official
from bot.dialogue.tickets.aside import aside, beside
from bot.dialogue.tickets.law import by_the_law, is_by_law
from bot.dialogue.tickets.memory import TicketTalk
from bot.dialogue.tickets.said import said
from bot.dialogue.tickets.steps import STEPS, again, next_step
from bot.dialogue.tickets.wanted import HandIn, LookUp, Withdraw, wanted
from bot.dialogue.turn import Outcome, Respond, Turn, World
from bot.places.wards import find_ward
from bot.text.ticket_codes import find_ticket_codes, names_a_ticket

_KEPT = {"handover", "elsewhere"}  # said of the same matter, beside the offer of a ticket
_TELLS = 12  # words from which on a first message tells what happened


def first(respond: Respond) -> Respond:
    """`respond`, but a complaint goes first; a question in between is answered, and it waits."""

    def looked_at(turn: Turn, world: World) -> Outcome:
        for way in _WAYS:
            if outcome := way(turn, world):
                return outcome
        outcome = respond(turn, world)
        if turn.state.ticket.asks or outcome.state.ticket.asks:
            return aside(turn, outcome)
        if accuses(turn.text) and not words.by_law(turn.text):
            return offered(turn, outcome)
        unsure = outcome.decision in ("clarify", "none") and not is_by_law(outcome)
        if unsure and (praises_an_official(turn.text) or words.wants_to_be_heard(turn.text)):
            return begin(turn)
        return (unsure and by_the_law(turn, outcome, world)) or outcome

    return looked_at


def begin(turn: Turn) -> Outcome:
    """Somebody complains: what can be handed in here, with what the message says already.

    A message that tells what happened is not asked for once more: it is read back.
    """
    wards = [] if words.names_a_district(turn.text) else find_ward(turn.text)
    told = " ".join(turn.text.split())
    whole = len(told.split()) >= _TELLS and not turn.personal and "?" not in told
    talk = TicketTalk(
        ward=wards[0].code if len(wards) == 1 else None, text=told if whole else ""
    ).begun()
    return said(replies.ask_kind(pleased=praises(turn.text)), turn, talk.asking("kind"))


def offered(turn: Turn, outcome: Outcome) -> Outcome:
    """An official is accused in a question: what could be answered is, and a ticket is offered."""
    begun = begin(turn)
    kinds = {reply.payload.get("kind") for reply in outcome.replies}
    if outcome.decision != "answer" and not kinds & _KEPT:
        return begun
    state = replace(outcome.state, ticket=begun.state.ticket)
    return replace(outcome, replies=(*outcome.replies, *begun.replies), state=state)


def _by_counter(turn: Turn, world: World) -> Outcome | None:
    """What the counter did, or says."""
    kept = beside(turn.state.ticket, TicketTalk())
    match turn.counter:
        case Receipt() as receipt:
            return said(replies.received(receipt), turn, TicketTalk(), "answer")
        case Withdrawn(code):
            return said(standing.withdrawn(code), turn, TicketTalk(), "answer")
        case Standing() as found:
            return said(standing.told(found, world.today), turn, kept, "answer")
        case Locked(until):
            return said(standing.locked(until), turn, kept)
        case Unknown(code):
            return _asking_code(standing.unknown(code), turn)
        case _ if isinstance(wanted(turn), HandIn | LookUp | Withdraw):
            return said(replies.down(), turn, turn.state.ticket)
    return None


def _by_code(turn: Turn, _: World) -> Outcome | None:
    """A code that is to be withdrawn, or one with a slip in it."""
    talk = turn.state.ticket
    if talk.telling:
        return None
    if codes := find_ticket_codes(turn.text):
        return said(standing.ask_withdraw(codes[0]), turn, TicketTalk("withdraw", code=codes[0]))
    digits = talk.asks == "code" and any(map(str.isdigit, turn.text)) and not turn.topical
    return _asking_code(standing.slip(), turn) if digits or names_a_ticket(turn.text) else None


def _by_leaving(turn: Turn, _: World) -> Outcome | None:
    talk = turn.state.ticket
    if talk.asks == "kind" and (turn.said or turn.topical):
        return None  # "thôi, nộp trên mạng được không": nothing is written yet, and that is asked
    if talk.asks in (None, "withdraw", "code"):
        return None
    if talk.aside and turn.state.case.asks and not words.leaves_it(turn.text):
        return None  # "thôi không tra nữa": of the case that was asked about in between
    if not words.leaves(turn.text, telling=talk.telling):
        return None
    return said(replies.cancelled(), turn, TicketTalk())


def _by_status(turn: Turn, _: World) -> Outcome | None:
    """ "Phản ánh của tôi đến đâu rồi", without its code."""
    if turn.state.ticket.telling or not words.asks_how_it_is(turn.text):
        return None
    return _asking_code(standing.ask_code(), turn)


def _by_step(turn: Turn, _: World) -> Outcome | None:
    """The answer to what was asked for."""
    talk = turn.state.ticket
    if talk.asks is None:
        return None
    if (words.resumes(turn.text) and not talk.telling) or _sends(turn):
        return _resumed(turn, replace(talk, aside=False))
    return None if talk.aside else STEPS[talk.asks](turn, talk)


def _sends(turn: Turn) -> bool:
    """ "Gửi", said after another matter: it is read back once more, and a yes is asked for."""
    talk = turn.state.ticket
    spoken = turn.heard is not None
    return talk.aside and talk.asks == "confirm" and words.sends(turn.text, spoken=spoken)


def _resumed(turn: Turn, talk: TicketTalk) -> Outcome:
    return next_step(turn, talk) if talk.asks == "confirm" else said(again(talk), turn, talk)


def _asking_code(reply: Reply, turn: Turn) -> Outcome:
    return said(reply, turn, beside(turn.state.ticket, TicketTalk("code")))


_WAYS = (_by_counter, _by_code, _by_leaving, _by_status, _by_step)
