"""Conversations that a person was asked for, and how long that took."""

from __future__ import annotations

from collections import Counter

import numpy as np
from sqlalchemy import select

from bot.care.handover import State, Why
from bot.care.tables import HandOver
from bot.insight import definitions as define
from bot.insight.model import Figure, Group, Row, Shape, Table
from bot.insight.small import FEWEST, Bucket, hidden
from bot.insight.sources import Sources

_TAKEN, _OPEN, _CALL_BACK, _LEFT, _ENDED = (
    "cán bộ đã nhận",
    "đang chờ",
    "để lại số để gọi lại",
    "người dân rời đi",
    "kết thúc mà chưa ai nhận",
)
_ENDS = {Why.CALL_BACK: _CALL_BACK, Why.CITIZEN: _LEFT, Why.AWAY: _LEFT}
_FEW = f"dưới {FEWEST} lần chờ"


def handovers(sources: Sources) -> Group:
    period = sources.period
    query = select(HandOver).where(
        HandOver.asked_at >= period.start, HandOver.asked_at < period.end
    )
    rows = sources.session.scalars(query).all()
    waits = [
        (row.taken_at - row.queued_at).total_seconds()
        for row in rows
        if row.taken_at and row.queued_at
    ]
    enough = len(waits) >= FEWEST
    p50, p95 = np.percentile(waits, [50, 95]) if enough else (None, None)
    counts = Counter(map(_came_to, rows))
    found = [
        Bucket(name, counts[name], counts[name])
        for name in (_TAKEN, _OPEN, _CALL_BACK, _LEFT, _ENDED)
    ]
    away = hidden(found)
    table_rows = tuple(
        Row(one.label, (None if n in away else float(one.count),)) for n, one in enumerate(found)
    )
    taken = table_rows[0].values[0]  # hidden there, it is hidden as a share too
    share = taken / len(rows) if rows and taken is not None else None
    figures = (
        Figure(define.HANDOVERS, len(rows)),
        Figure(define.TAKEN, share, f"dưới {FEWEST} lần"),
        Figure(define.WAIT_P50, p50, _FEW),
        Figure(define.WAIT_P95, p95, _FEW),
    )
    table = Table(define.HANDOVER_ENDS, ("Kết quả", "Lần"), table_rows, Shape.BARS)
    return Group("handovers", figures, (table,))


def _came_to(row: HandOver) -> str:
    if row.taken_at:
        return _TAKEN
    if row.state in (State.ASKED, State.QUEUED):
        return _OPEN
    return _ENDS.get(Why(row.why), _ENDED) if row.why else _ENDED
