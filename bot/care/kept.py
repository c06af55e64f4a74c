"""Wishes to be called back, hand-overs, tickets and scores as kinds of kept data."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update

from bot.care.tables import CallBack, HandOver, Rating, Ticket, TicketStep
from bot.privacy.kinds import Counts, Names, Rows
from bot.privacy.rows import count, delete_all, read
from bot.store import Store, now


class KeptCallBacks:
    """
    Args:
        days: how long a wish is kept, ended or not.
    """

    def __init__(self, store: Store, days: float) -> None:
        self._store = store
        self._kept = timedelta(days=days)

    def export(self, names: Names) -> Rows:
        return {"call_back": read(self._store, CallBack.id, CallBack.sender == names.sender)}

    def delete(self, names: Names) -> Counts:
        mine = CallBack.sender == names.sender
        return {"call_back": delete_all(self._store, CallBack.id, mine)}

    def expire(self, *, dry: bool) -> Counts:
        end = count if dry else delete_all
        return {"call_back": end(self._store, CallBack.id, CallBack.at < now() - self._kept)}


class KeptHandOvers:
    """It outlives the conversation for the figures; it has no words, its sender is then no name.

    Args:
        days: how long one is kept after it was asked for.
    """

    def __init__(self, store: Store, days: float) -> None:
        self._store = store
        self._kept = timedelta(days=days)

    def export(self, names: Names) -> Rows:
        return {"handover": read(self._store, HandOver.id, HandOver.sender == names.sender)}

    def delete(self, names: Names) -> Counts:
        mine = HandOver.sender == names.sender
        return {"handover": delete_all(self._store, HandOver.id, mine)}

    def expire(self, *, dry: bool) -> Counts:
        end = count if dry else delete_all
        past = HandOver.asked_at < now() - self._kept
        return {"handover": end(self._store, HandOver.id, past)}


class KeptTickets:
    """Complaints and proposals outlive their conversation, for they are being worked on: when it is
    deleted, nothing says any more whose they were. Their code still withdraws them.

    Args:
        days: how long one is kept after it ended, or after anybody last did something with it.
    """

    def __init__(self, store: Store, days: float) -> None:
        self._store = store
        self._kept = timedelta(days=days)

    def export(self, names: Names) -> Rows:
        mine = Ticket.sender == names.sender
        steps = TicketStep.ticket_id.in_(select(Ticket.id).where(mine))
        return {
            "ticket": read(self._store, Ticket.id, mine),
            "ticket_step": read(self._store, TicketStep.id, steps),
        }

    def delete(self, names: Names) -> Counts:
        with self._store.writing() as session:
            mine = Ticket.sender == names.sender
            session.execute(update(Ticket).where(mine).values(sender=None))
        return {}

    def expire(self, *, dry: bool) -> Counts:
        end = count if dry else delete_all
        past = Ticket.changed < now() - self._kept
        steps = TicketStep.ticket_id.in_(select(Ticket.id).where(past))
        return {
            "ticket_step": end(self._store, TicketStep.id, steps),
            "ticket": end(self._store, Ticket.id, past),
        }


class KeptRatings:
    """
    Args:
        days: how long a score is kept, as the turn log.
    """

    def __init__(self, store: Store, days: float) -> None:
        self._store = store
        self._kept = timedelta(days=days)

    def export(self, names: Names) -> Rows:
        return {"survey": read(self._store, Rating.id, Rating.sender == names.sender)}

    def delete(self, names: Names) -> Counts:
        mine = Rating.sender == names.sender
        return {"survey": delete_all(self._store, Rating.id, mine)}

    def expire(self, *, dry: bool) -> Counts:
        end = count if dry else delete_all
        return {"survey": end(self._store, Rating.id, Rating.at < now() - self._kept)}
