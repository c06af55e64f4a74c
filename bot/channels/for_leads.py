"""Turns of a complaint about an official: an adviser who takes the talk over does not read them.

Who complains chose a desk of leads alone for it; the adviser may be whom it is about. What the
dialogue says of each turn (`for_leads` in its meta) stands beside the turn's words.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot.channels.tables import Turn
from bot.dialogue.tickets.accusing import accuses

HIDDEN = "[Phản ánh về cán bộ: chỉ trưởng nhóm đọc được]"
OPENING = "complaint"  # kind of the answer that asks what is to be handed in
_OPENINGS = 5  # messages in a row that only said that somebody complains


def carries_on(session: Session, conversation: int) -> bool:
    """What holds of a new message until it is answered: what held of the one before."""
    before = session.scalar(_said(conversation).limit(1))
    return before is not None and before.for_leads


def decided(turn: Turn, meta: dict[str, Any], *, with_person: bool) -> bool:
    """What holds of a turn that is over: the dialogue's word, where it said one. What nobody
    answered stays with the complaint it goes on with, and an accusation is one by its words.

    Args:
        with_person: it was written to a person, who is to read it.
    """
    if with_person:
        return False
    if meta:
        return bool(meta.get("for_leads"))
    return turn.for_leads or accuses(turn.text)


def hide_opening(session: Session, turn: Turn) -> None:
    """The messages right before `turn` that began the complaint, its kind not yet chosen."""
    before = _said(turn.conversation_id).where(Turn.id < turn.id).limit(_OPENINGS)
    for one in session.scalars(before):
        if not any((m.get("payload") or {}).get("kind") == OPENING for m in one.messages):
            return
        one.for_leads = True


def masked(turn: Turn) -> Turn:
    """The turn as who is no lead sees it; one of its own, never written back."""
    if not turn.for_leads:
        return turn
    return Turn(
        turn_id=turn.turn_id,
        conversation_id=turn.conversation_id,
        text=HIDDEN,
        state=turn.state,
        messages=[],
        created_at=turn.created_at,
        revision=turn.revision,
        for_leads=True,
    )


def _said(conversation: int) -> Select[Turn]:
    """What the citizen said, the latest first."""
    mine = Turn.conversation_id == conversation
    return select(Turn).where(mine, Turn.text != "").order_by(Turn.id.desc())
