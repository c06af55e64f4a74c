"""Whether citizens are heard: complaints and proposals answered, and the question at the end."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import select

from bot.care.tables import Rating, Ticket
from bot.care.tickets.demo import CHANNEL
from bot.care.tickets.model import OPEN, Kind, State
from bot.insight import definitions as define
from bot.insight.model import Figure, Group, Row, Shape, Table
from bot.insight.small import FEWEST, Bucket, hidden
from bot.insight.sources import Sources

_ANSWERED = (State.ANSWERED, State.CLOSED)


def tickets(sources: Sources) -> Group:
    """Not those about officials: they are for leads, and who reads figures need not be one."""
    period = sources.period
    query = select(Ticket.state, Ticket.due).where(
        Ticket.received >= period.start,
        Ticket.received < period.end,
        Ticket.kind != Kind.OFFICIAL,
        Ticket.channel != CHANNEL,  # made-up ones are nobody's complaint
    )
    rows = sources.session.execute(query).all()
    counted = [row for row in rows if row.state != State.WITHDRAWN]
    answered = sum(row.state in _ANSWERED for row in counted)
    late = sum(bool(row.due and row.due < sources.today and row.state in OPEN) for row in counted)
    enough = len(counted) >= FEWEST
    figures = (
        Figure(define.TICKETS, len(rows)),
        Figure(define.HANDLED, answered / len(counted) if enough else None, _few("góp ý")),
        Figure(define.LATE_TICKETS, late),
    )
    return Group("tickets", figures)


def survey(sources: Sources) -> Group:
    period = sources.period
    query = select(Rating.score).where(Rating.at >= period.start, Rating.at < period.end)
    scores = sources.session.scalars(query).all()
    mean = sum(scores) / len(scores) if len(scores) >= FEWEST else None
    counts = Counter(scores)
    found = [Bucket(f"{score} điểm", counts[score], counts[score]) for score in range(5, 0, -1)]
    away = hidden(found)
    rows = tuple(
        Row(one.label, (None if n in away else float(one.count),)) for n, one in enumerate(found)
    )
    figures = (
        Figure(define.SURVEYED, len(scores)),
        Figure(define.SCORE, mean, _few("lượt chấm")),
    )
    table = Table(define.SCORES, ("Điểm", "Lượt"), rows, Shape.BARS)
    return Group("survey", figures, (table,))


def _few(what: str) -> str:
    return f"dưới {FEWEST} {what}"
