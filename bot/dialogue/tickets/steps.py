"""Each question of the short talk: what answers it, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.answers.reply import Reply
from bot.care.tickets import replies, standing
from bot.care.tickets.model import Kind
from bot.care.tickets.readers import who_reads
from bot.dialogue.ordinal import chosen
from bot.dialogue.tickets import words
from bot.dialogue.tickets.memory import Asks, TicketTalk
from bot.dialogue.tickets.said import said
from bot.dialogue.turn import Outcome, Turn
from bot.places.wards import find_ward

_FEWEST = 3  # words that tell what happened

Step = Callable[[Turn, TicketTalk], Outcome | None]


def next_step(turn: Turn, talk: TicketTalk) -> Outcome:
    """Ask for what is missing; when nothing is, read it back."""
    if talk.kind is None:
        return said(replies.choose_kind(), turn, talk.asking("kind"))
    if talk.ward is None:
        return said(replies.ask_place(talk.kind), turn, talk.asking("place"))
    if talk.draft is None:
        return said(replies.ask_text(), turn, talk.asking("text"))
    shown = replies.read_back(talk.draft, hidden=turn.personal)
    return said(shown, turn, talk.asking("confirm"))


def again(talk: TicketTalk) -> Reply:
    """The question that is open, put once more."""
    match talk.asks:
        case "place":
            return replies.ask_place_again()
        case "text":
            return replies.ask_text()
        case "confirm":
            return replies.not_sent_yet()
        case "code":
            return standing.ask_code()
        case "withdraw":
            return standing.ask_withdraw(talk.code)
        case _:
            return replies.choose_kind()


def _kind(turn: Turn, talk: TicketTalk) -> Outcome | None:
    """Nobody who only was angry is held: what is no kind is another matter."""
    if _wants_a_person(turn):
        return None  # "cho tôi gặp cán bộ" chooses none about an official
    kind = None if words.by_law(turn.text) else words.chosen_kind(turn.text)
    return of_kind(turn, talk, kind) if kind else None


def of_kind(turn: Turn, talk: TicketTalk, kind: Kind) -> Outcome:
    """The next question, behind what who hands in such a ticket must know."""
    outcome = next_step(turn, replace(talk, kind=kind))
    known = replies.must_know(kind)
    return replace(outcome, replies=(known, *outcome.replies)) if known else outcome


def _place(turn: Turn, talk: TicketTalk) -> Outcome | None:
    if words.names_a_district(turn.text):
        return said(replies.no_district(), turn, talk)
    wards = find_ward(turn.text)
    if len(wards) == 1:
        return next_step(turn, replace(talk, ward=wards[0].code))
    if wards:
        return said(replies.which_ward(wards), turn, talk)
    if words.nowhere(turn.text):
        return next_step(turn, replace(talk, ward=""))
    if _another_matter(turn):
        return None
    return said(replies.ask_place_again(), turn, talk)


def _text(turn: Turn, talk: TicketTalk) -> Outcome | None:
    if words.wants_a_person(turn.text):
        return None
    told = " ".join(turn.text.split())
    if len(told.split()) < _FEWEST:
        return said(replies.too_short(), turn, talk)
    return next_step(turn, replace(talk, text=told))


def _confirm(turn: Turn, talk: TicketTalk) -> Outcome | None:
    """A yes went to the counter before the turn (`wanted`)."""
    if words.edits_text(turn.text):
        return said(replies.ask_text(), turn, talk.asking("text"))
    if words.edits_kind(turn.text):
        return _kind(turn, talk) or said(replies.choose_kind(), turn, talk.asking("kind"))
    if words.edits_place(turn.text) and talk.kind:
        return said(replies.ask_place(talk.kind), turn, talk.asking("place"))
    if chosen(turn.text, 2) == 1:  # the second key
        return said(replies.cancelled(), turn, TicketTalk())
    if _another_matter(turn):
        return None
    if words.asks_about_it(turn.text) and talk.kind:
        return said(who_reads(talk.kind), turn, talk)
    if words.adds(turn.text):
        more = " ".join(turn.text.split())
        return next_step(turn, replace(talk, text=f"{talk.text}. {more}"))
    return said(replies.not_sent_yet(), turn, talk)


def _code(turn: Turn, talk: TicketTalk) -> Outcome | None:
    """A code was looked up before the turn; what is said of anything else is another matter."""
    if words.has_no_code(turn.text):
        return said(standing.no_code(), turn, TicketTalk())
    if words.leaves(turn.text, telling=False):
        return said(standing.left_as_it_is(), turn, TicketTalk())
    return None


def _withdraw(turn: Turn, talk: TicketTalk) -> Outcome | None:
    if words.leaves(turn.text, telling=False) or words.refuses(turn.text):
        return said(standing.left_as_it_is(), turn, TicketTalk())
    return None


def _another_matter(turn: Turn) -> bool:
    about_another = (turn.topical and bool(turn.aspects)) or words.asks_about_a_case(turn.text)
    return about_another or _wants_a_person(turn)


def _wants_a_person(turn: Turn) -> bool:
    return turn.wants_person or words.wants_a_person(turn.text)


STEPS: dict[Asks, Step] = {
    "kind": _kind,
    "place": _place,
    "text": _text,
    "confirm": _confirm,
    "code": _code,
    "withdraw": _withdraw,
}
