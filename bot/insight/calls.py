"""The hotline."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable

from bot.insight import definitions as define
from bot.insight.labels import CALL_OUTCOMES
from bot.insight.model import Definition, Figure, Group, Row, Shape, Table
from bot.insight.small import Bucket, hidden
from bot.insight.sources import Call, Sources


def calls(sources: Sources) -> Group:
    over = [call.seconds for call in sources.calls if call.seconds is not None]
    figures = (
        Figure(define.CALLS, len(sources.calls)),
        Figure(define.CALL_HOURS, sum(over) / 3600),
        Figure(define.CALL_LENGTH, sum(over) / len(over) if over else None, "chưa có cuộc gọi"),
    )
    days = ((day, f"{day:%d/%m/%Y}") for day in sources.period.days)
    hours = ((hour, f"{hour} giờ") for hour in range(24))
    table = _Table(sources.calls)
    tables = (
        table.of(
            define.CALL_OUTCOMES, "Kết quả", lambda call: call.outcome or "",
            CALL_OUTCOMES.items(), Shape.BARS,
        ),
        table.of(define.CALLS_BY_DAY, "Ngày", lambda call: call.at.date(), days, Shape.LINES),
        table.of(define.CALLS_BY_HOUR, "Giờ", lambda call: call.at.hour, hours, Shape.COLUMNS),
    )  # fmt: skip
    return Group("calls", figures, tables)


class _Table:
    def __init__(self, calls: list[Call]) -> None:
        self._calls = calls

    def of(
        self,
        of: Definition,
        name: str,
        key: Callable[[Call], Hashable],
        order: Iterable[tuple[Hashable, str]],
        shape: Shape,
    ) -> Table:
        """One row for each in `order`; the people of a row are its different callers."""
        counts: Counter[Hashable] = Counter()
        callers: defaultdict[Hashable, set[str]] = defaultdict(set)
        for call in self._calls:
            counts[key(call)] += 1
            callers[key(call)].add(call.caller)
        found = [Bucket(label, counts[one], len(callers[one])) for one, label in order]
        away = hidden(found)
        rows = tuple(
            Row(one.label, (None if n in away else float(one.count),))
            for n, one in enumerate(found)
        )
        return Table(of, (name, "Cuộc gọi"), rows, shape)
