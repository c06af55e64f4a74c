"""What came of the questions, and how long people waited."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from bot.insight import definitions as define
from bot.insight.columns import Codes, Turns
from bot.insight.counting import buckets, in_order
from bot.insight.labels import CHANNELS
from bot.insight.model import Definition, Figure, Group, Row, Shape, Table, Unit
from bot.insight.small import FEWEST
from bot.insight.sources import Sources

_KINDS = (
    define.ANSWERED, define.CLARIFIED, define.NONE_FOUND, define.COURTESY, define.FAILED,
)  # fmt: skip
_BY_US = ("answered", "unclear")  # "person": said while a person had the conversation
_NO_QUESTION = "chưa có câu hỏi"
_FEW = f"dưới {FEWEST} cuộc trò chuyện"


def answers(sources: Sources) -> Group:
    turns = sources.turns
    order = [(n, of.label) for n, of in enumerate(_KINDS)]
    rows = in_order(buckets(turns, _kinds(turns), str), order)
    shares = [_share(of, row, len(turns)) for of, row in zip(_KINDS, rows, strict=True)]
    table = Table(
        define.OUTCOMES,
        ("Kết quả", "Câu hỏi", "Cuộc trò chuyện"),
        rows,
        Shape.BARS,
        (Unit.COUNT, Unit.COUNT),
    )
    return Group("answers", (*shares, _containment(sources)), (table,))


def speed(sources: Sources) -> Group:
    """Of the turns that the assistant answered in some way."""
    turns = sources.turns.only(sources.turns.are(sources.turns.outcome, *_BY_US))
    enough = turns.count_people() >= FEWEST
    p50, p95 = _percentiles(turns.ms) if enough else (None, None)
    figures = (Figure(define.P50, p50, _FEW), Figure(define.P95, p95, _FEW))
    start = date(1970, 1, 1)
    days = [((day - start) // timedelta(days=1), f"{day:%d/%m/%Y}") for day in sources.period.days]
    channels = [(turns.words.code(name), label) for name, label in CHANNELS.items()]
    tables = (
        _times(define.TIMES_BY_DAY, "Ngày", turns, turns.day, days, Shape.LINES),
        _times(define.TIMES_BY_CHANNEL, "Kênh", turns, turns.channel, channels, None),
    )
    return Group("speed", figures, tables)


def _share(of: Definition, row: Row, questions: int) -> Figure:
    """Of all questions; what the table hides can be had from no share either."""
    count = row.values[0]
    if count is None or not questions:
        return Figure(of, None, _FEW if questions else _NO_QUESTION)
    return Figure(of, count / questions)


def _failed(turns: Turns) -> NDArray[np.bool_]:
    return ~turns.are(turns.outcome, *_BY_US, "person")


def _kinds(turns: Turns) -> Codes:
    """Of each turn its position in _KINDS."""
    conditions = [
        _failed(turns),
        turns.are(turns.decision, "answer"),
        turns.are(turns.decision, "clarify"),
        turns.are(turns.decision, "none") | turns.are(turns.outcome, "unclear"),
    ]
    kinds = [np.int32(kind) for kind in (4, 0, 1, 2)]
    return np.select(conditions, kinds, np.int32(3))


def _containment(sources: Sources) -> Figure:
    turns = sources.turns
    conversations = turns.count_people()
    if conversations < FEWEST:
        return Figure(define.CONTAINMENT, None, _FEW)
    asked = turns.are(turns.intent, "handover") & ~turns.are(turns.decision, "answer", "clarify")
    on_page = turns.count_people(asked & ~turns.are(turns.channel, "voice"))
    on_phone = sum(call.outcome == "person" for call in sources.calls)
    return Figure(define.CONTAINMENT, max(0.0, 1 - (on_page + on_phone) / conversations))


def _times(
    of: Definition,
    name: str,
    turns: Turns,
    codes: Codes,
    order: list[tuple[int, str]],
    shape: Shape | None,
) -> Table:
    people = {one.code: one.people for one in buckets(turns, codes, str)}
    rows = []
    for code, label in order:
        enough = people.get(code, 0) >= FEWEST
        rows.append(Row(label, _percentiles(turns.ms[codes == code]) if enough else (None, None)))
    head = (name, "Trung vị", "Phân vị 95")
    return Table(of, head, tuple(rows), shape, (Unit.MS, Unit.MS))


def _percentiles(ms: NDArray[np.float64]) -> tuple[float, float]:
    p50, p95 = np.percentile(ms, [50, 95])
    return float(p50), float(p95)
