"""What people ask about, and what was not found for them."""

from __future__ import annotations

import numpy as np

from bot.catalogue.titles import short_title
from bot.insight import definitions as define
from bot.insight.columns import Codes
from bot.insight.counting import largest
from bot.insight.labels import INTENTS
from bot.insight.model import Definition, Group, Row, Shape, Table, Unit
from bot.insight.sources import Sources

MOST = 15  # rows of a table, before the others together
_GONE = "không còn trong danh mục"


def topics(sources: Sources) -> Group:
    turns = sources.turns
    lost = turns.only(turns.are(turns.decision, "none") & turns.are(turns.outcome, "answered"))

    def title(code: str) -> str:
        procedure = sources.procedures.get(code)
        return f"{code} {short_title(procedure) if procedure else f'({_GONE})'}"

    def theme(intent: str) -> str:
        return INTENTS.get(intent, "loại khác")

    tables = (
        _table(define.PROCEDURES, "Thủ tục", largest(turns, turns.procedure, title, MOST)),
        _table(define.FIELDS, "Lĩnh vực", largest(turns, _fields(sources), str, MOST)),
        _table(define.WARDS, "Phường, xã", largest(turns, turns.ward, str, MOST)),
        _table(define.THEMES, "Loại câu hỏi", largest(lost, lost.intent, theme, MOST)),
    )
    return Group("topics", (), tables)


def _fields(sources: Sources) -> Codes:
    """Of each turn the field of its procedure."""
    turns, words = sources.turns, sources.turns.words
    codes, of = np.unique(turns.procedure, return_inverse=True)
    names = [words.name(code) for code in codes.tolist()]
    found = [sources.procedures.get(name) if name else None for name in names]
    fields = [
        None if name is None else procedure.field if procedure else _GONE
        for name, procedure in zip(names, found, strict=True)
    ]
    return words.codes(tuple(fields))[of]


def _table(of: Definition, name: str, rows: tuple[Row, ...]) -> Table:
    head = (name, "Câu hỏi", "Cuộc trò chuyện")
    return Table(of, head, rows, Shape.BARS, (Unit.COUNT, Unit.COUNT))
