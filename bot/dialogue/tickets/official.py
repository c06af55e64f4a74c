"""Which turns belong to a complaint about an official, which only leads may read."""

from __future__ import annotations

from bot.care.tickets.model import Kind, Receipt, Standing
from bot.dialogue.turn import Outcome, Turn


def about_official(turn: Turn, outcome: Outcome) -> bool:
    """From the choice of the kind to the end of the draft, and whenever one is looked up.

    A question of another matter in between, while the draft waits, is none of it.
    """
    if isinstance(turn.counter, Receipt | Standing):
        return turn.counter.kind is Kind.OFFICIAL
    before, after = turn.state.ticket, outcome.state.ticket
    return Kind.OFFICIAL in (before.kind, after.kind) and not after.aside
