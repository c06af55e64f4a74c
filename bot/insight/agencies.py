"""Cases that are late or due soon, as of today, whatever the period."""

from __future__ import annotations

from bot.cases import urgent
from bot.insight import definitions as define
from bot.insight.model import Figure, Group, Row, Shape, Table, Unit
from bot.insight.sources import Sources

NO_CASES = "chưa có hồ sơ trong sổ"


def agencies(sources: Sources) -> Group:
    session = sources.session
    opened = urgent.count_open(session)
    found = urgent.urgent(session, sources.today)
    late = sum(bool(one.timing.overdue) for one in found)
    values = (opened, late, len(found) - late) if opened else (None, None, None)
    definitions = (define.OPEN_CASES, define.OVERDUE_CASES, define.NEAR_DUE_CASES)
    figures = tuple(
        Figure(of, value, NO_CASES) for of, value in zip(definitions, values, strict=True)
    )
    rows = tuple(
        Row(one.unit, (one.overdue, one.due_soon, one.latest)) for one in urgent.by_agency(found)
    )
    head = ("Nơi xử lý", "Quá hạn", "Sắp đến hạn", "Trễ nhiều nhất (ngày làm việc)")
    table = Table(define.BY_AGENCY, head, rows, Shape.BARS, (Unit.COUNT,) * 3)
    return Group("agencies", figures, (table,))
