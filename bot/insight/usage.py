"""How much the service is used, and when."""

from __future__ import annotations

from datetime import date

import numpy as np

from bot.insight import definitions as define
from bot.insight.columns import Codes, Turns
from bot.insight.counting import buckets, in_order
from bot.insight.labels import CHANNELS, WEEKDAYS
from bot.insight.model import Definition, Figure, Group, Shape, Table, Unit
from bot.insight.sources import Sources

_EPOCH = date(1970, 1, 1)
_HEAD = ("Câu hỏi", "Cuộc trò chuyện")
_UNITS = (Unit.COUNT, Unit.COUNT)


def usage(sources: Sources) -> Group:
    turns = sources.turns
    sessions = turns.count_people(~turns.are(turns.channel, "voice"))
    callers = len({call.caller for call in sources.calls})
    conversations = turns.count_people()
    figures = (
        Figure(define.USERS, sessions + callers),
        Figure(define.CONVERSATIONS, conversations),
        Figure(define.QUESTIONS, len(turns)),
        Figure(
            define.PER_CONVERSATION,
            len(turns) / conversations if conversations else None,
            "chưa có cuộc nào",
        ),
    )
    return Group("usage", figures, _tables(sources))


def _tables(sources: Sources) -> tuple[Table, ...]:
    turns = sources.turns
    days = [((day - _EPOCH).days, f"{day:%d/%m/%Y}") for day in sources.period.days]
    hours = [(hour, f"{hour} giờ") for hour in range(24)]
    weekdays = list(enumerate(WEEKDAYS))
    channels = [(turns.words.code(name), label) for name, label in CHANNELS.items()]
    by_day = _table(turns, define.BY_DAY, "Ngày", turns.day, days, Shape.LINES)
    # A weekday less its other days would be a day that is hidden.
    pairs = zip(days, by_day.rows, strict=True)
    away = [code for (code, _), row in pairs if row.values[0] is None]
    told = turns.only(~np.isin(turns.day, away)) if away else turns
    weekday = ((told.day + 3) % 7).astype(np.int32)  # 1 January 1970 was a Thursday
    return (
        by_day,
        _table(turns, define.BY_HOUR, "Giờ", turns.hour, hours, Shape.COLUMNS),
        _table(told, define.BY_WEEKDAY, "Thứ", weekday, weekdays, Shape.COLUMNS),
        _table(turns, define.BY_CHANNEL, "Kênh", turns.channel, channels, None),
    )


def _table(
    turns: Turns,
    of: Definition,
    name: str,
    codes: Codes,
    order: list[tuple[int, str]],
    shape: Shape | None,
) -> Table:
    found = buckets(turns, codes, str)
    return Table(of, (name, *_HEAD), in_order(found, order), shape, _UNITS)
