"""How a turn about a complaint ends."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.reply import Reply
from bot.dialogue.tickets.memory import TicketTalk
from bot.dialogue.turn import Decision, Outcome, Turn


def said(reply: Reply, turn: Turn, talk: TicketTalk, decision: Decision = "notice") -> Outcome:
    """An open question of another matter is closed: a short answer is now about the complaint."""
    case = replace(turn.state.case, asks=None, code=None)
    state = replace(turn.state, ticket=talk, case=case, choices=(), guide=None, misses=0)
    return Outcome((reply,), state, decision)
