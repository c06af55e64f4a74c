"""Writes a turn into the log, and later the thumb on its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.insight.tables import TurnLog
from bot.store import now


@dataclass(frozen=True)
class TurnFacts:
    """What is kept of a turn. `meta` is what the actions said of it; `ms` is the whole wait."""

    turn_id: str
    who: str
    channel: str
    outcome: str
    ms: float
    meta: dict[str, Any]


def log_turn(session: Session, facts: TurnFacts) -> None:
    """Add the row to the caller's transaction, so that turn and log never disagree."""
    codes = facts.meta.get("codes")
    session.add(
        TurnLog(
            at=now(),
            turn_id=facts.turn_id,
            who=facts.who,
            channel=facts.channel,
            intent=_word(facts.meta.get("intent"), 40),
            aspect=_word(facts.meta.get("aspect"), 40),
            procedure=_word(codes[0], 16) if isinstance(codes, list) and codes else None,
            decision=_word(facts.meta.get("decision"), 16),
            outcome=facts.outcome,
            ms=round(facts.ms, 1),
            ward=_word(facts.meta.get("ward"), 60),
        )
    )


def log_thumb(session: Session, turn_id: str, useful: bool) -> None:
    """Note the thumb beside its turn: it stays when the conversation and its words have gone."""
    session.execute(update(TurnLog).where(TurnLog.turn_id == turn_id).values(useful=useful))


def _word(value: object, limit: int) -> str | None:
    return value[:limit] if isinstance(value, str) and value else None
