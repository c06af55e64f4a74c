"""What the counter is to do for a turn: it blocks, so a channel has it done before the turn."""

from __future__ import annotations

from dataclasses import dataclass

from bot.care.tickets.model import Draft
from bot.dialogue.rating import Rate, score_of
from bot.dialogue.tickets.words import agrees, withdraws
from bot.dialogue.turn import Turn
from bot.text.ticket_codes import find_ticket_codes


@dataclass(frozen=True)
class HandIn:
    draft: Draft


@dataclass(frozen=True)
class LookUp:
    code: str


@dataclass(frozen=True)
class Withdraw:
    code: str


Wish = HandIn | LookUp | Withdraw | Rate


def wanted(turn: Turn) -> Wish | None:
    talk = turn.state.ticket
    if talk.telling:
        return None  # whatever is said now is what happened
    agreed = agrees(turn.text, spoken=turn.heard is not None) and not talk.aside
    if talk.asks == "confirm" and talk.draft and agreed:
        return HandIn(talk.draft)
    if talk.asks == "withdraw" and talk.code and agreed:
        return Withdraw(talk.code)
    codes = find_ticket_codes(turn.text)
    if codes and not withdraws(turn.text):
        return LookUp(codes[0])
    score = score_of(turn)
    return Rate(score) if score else None
