"""Which turns went badly: counted from the turn log, with the words that are still kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise

from sqlalchemy import select

from bot.channels.tables import Feedback, Turn
from bot.insight.tables import TurnLog
from bot.learning.tables import LearningItem
from bot.store import Store

HAND_OVER = "handover"  # the intent of who wants a person
NOTE = "notice"  # the decision of a turn that told nothing of a procedure


@dataclass(frozen=True)
class Bad:
    """One turn that went badly.

    Attributes:
        why: none (nothing found), clarified (asked back twice in a row), thumb (a thumb down),
            person (who had an answer asked for a person next).
        text: what the citizen said, redacted.
    """

    turn_id: str
    at: datetime
    why: str
    text: str


def went_badly(store: Store, since: datetime) -> list[Bad]:
    """Those since then that no theme has yet, oldest first; of several reasons the first counts.

    What is for leads alone is never among them: editors read this queue.
    """
    reasons = {**_by_log(store, since), **_by_thumb(store, since)}
    query = (
        select(Turn.turn_id, Turn.created_at, Turn.text)
        .where(Turn.created_at >= since, Turn.for_leads.is_(False))
        .where(Turn.turn_id.not_in(select(LearningItem.turn_id)))
        .order_by(Turn.id)
    )
    with store.reading() as session:
        return [
            Bad(turn_id, at, reasons[turn_id], text)
            for turn_id, at, text in session.execute(query)
            if turn_id in reasons
        ]


def _by_log(store: Store, since: datetime) -> dict[str, str]:
    """Reasons by turn, from what was decided in each conversation."""
    query = select(TurnLog).where(TurnLog.at >= since).order_by(TurnLog.who, TurnLog.id)
    with store.reading() as session:
        rows = session.scalars(query).all()
    talks = (list(talk) for _, talk in groupby(rows, key=lambda row: row.who))
    return {turn_id: why for talk in talks for turn_id, why in _of_talk(talk)}


def _of_talk(talk: Sequence[TurnLog]) -> Iterator[tuple[str, str]]:
    """The turn whose words were not understood: of two in a row, the first."""
    for row in talk:
        if row.decision == "none":
            yield row.turn_id, "none"
    for row, following in pairwise(talk):
        if row.decision == following.decision == "clarify":
            yield row.turn_id, "clarified"
        if row.decision == "answer" and following.intent == HAND_OVER:
            yield row.turn_id, "person"


def _by_thumb(store: Store, since: datetime) -> dict[str, str]:
    """Not below what only takes note: a complaint that is being written is not for editors."""
    down = (
        select(Feedback.turn_id)
        .join(TurnLog, TurnLog.turn_id == Feedback.turn_id)
        .where(Feedback.at >= since, Feedback.useful.is_(False), TurnLog.decision != NOTE)
    )
    with store.reading() as session:
        return dict.fromkeys(session.scalars(down), "thumb")
