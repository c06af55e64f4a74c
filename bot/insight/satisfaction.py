"""Thumbs on answers."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from bot.insight import definitions as define
from bot.insight.columns import NONE
from bot.insight.counting import buckets
from bot.insight.model import Figure, Group, Row, Shape, Table, Unit
from bot.insight.small import FEWEST, hidden
from bot.insight.sources import Sources

_FIRST_MONDAY = date(1969, 12, 29)  # of the week in which the days begin to be counted
_FEW = f"dưới {FEWEST} người đánh giá"


def satisfaction(sources: Sources) -> Group:
    rated = sources.turns.only(sources.turns.useful != NONE)
    enough = rated.count_people() >= FEWEST
    share = float(np.mean(rated.useful)) if enough else None
    figures = (Figure(define.RATED, len(rated)), Figure(define.USEFUL, share, _FEW))
    week = ((rated.day + 3) // 7).astype(np.int32)
    found = buckets(rated, week, lambda code: f"{_FIRST_MONDAY + timedelta(weeks=code):%d/%m/%Y}")
    away = hidden(found)
    rows = tuple(
        Row(
            one.label,
            (None, None)
            if n in away
            else (float(one.count), float(np.mean(rated.useful[week == one.code]))),
        )
        for n, one in enumerate(found)
    )
    head = ("Tuần từ", "Đánh giá", "Hữu ích")
    table = Table(define.USEFUL_BY_WEEK, head, rows, Shape.COLUMNS, (Unit.COUNT, Unit.SHARE))
    return Group("satisfaction", figures, (table,))
