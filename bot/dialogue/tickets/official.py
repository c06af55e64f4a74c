"""Which turns belong to a complaint about an official, which only leads may read."""

from __future__ import annotations

from bot.care.tickets.model import Kind, Receipt, Standing
from bot.dialogue.tickets.accusing import accuses, praises
from bot.dialogue.tickets.words import names_an_official, names_the_law
from bot.dialogue.turn import Outcome, Turn


def about_official(turn: Turn, outcome: Outcome) -> bool:
    """From what accuses one, or the choice of the kind, to the end of the draft, and whenever one
    is looked up.

    A question of another matter in between, while the draft waits, is none of it. Whose draft is
    of another kind has chosen who may read it.
    """
    if isinstance(turn.counter, Receipt | Standing):
        return turn.counter.kind is Kind.OFFICIAL
    before, after = turn.state.ticket, outcome.state.ticket
    kinds = {before.kind, after.kind} - {None}
    if kinds and not after.aside:
        return Kind.OFFICIAL in kinds
    began = before.asks is None and after.asks == "kind"
    complains = (began and not praises(turn.text)) or (
        turn.wants_person and names_the_law(turn.text)  # "gặp lãnh đạo để tố cáo cán bộ"
    )
    return (complains and names_an_official(turn.text)) or accuses(turn.text)
