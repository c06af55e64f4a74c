"""Two records side by side, line by line, with what only one of them says marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.answers.aspect import HEADING, ORDER, Aspect
from bot.answers.parts import part_of
from bot.answers.piece import Part
from bot.answers.words import stop, upper_first
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import Procedure
from bot.lookup.filters import APPLICANTS, LEVELS
from bot.lookup.laws import cited
from bot.text.fold import fold

_CODE = re.compile(r"\b\d\.\d{6}\b")
_UNKNOWN = ["Danh mục chưa ghi"]


@dataclass(frozen=True)
class Line:
    text: str
    alone: bool  # the other record does not say it


@dataclass(frozen=True)
class Row:
    """One heading with the lines of both records."""

    heading: str
    left: tuple[Line, ...]
    right: tuple[Line, ...]

    @property
    def same(self) -> bool:
        return not any(line.alone for line in (*self.left, *self.right))


@dataclass(frozen=True)
class Side:
    """A record, and what Hanoi says of it."""

    procedure: Procedure
    local: LocalStatus


def side_by_side(left: Side, right: Side, today: date) -> list[Row]:
    """A row for each fact at the head of a record, then one for each aspect."""
    heads = zip(_head(left.procedure), _head(right.procedure), strict=True)
    rows = [_row(name, mine, others) for (name, mine), (_, others) in heads]
    for aspect in ORDER:
        if aspect is Aspect.LAW:
            texts = [cited(side.procedure.legal_basis) for side in (left, right)]
            rows.append(_row(HEADING[aspect], *(lines or _UNKNOWN for lines in texts)))
            continue
        parts = [part_of(side.procedure, aspect, side.local, today) for side in (left, right)]
        named = any(len(part.sections) > 1 for part in parts)
        rows.append(_row(HEADING[aspect], *(_lines(part, named) for part in parts)))
    return rows


def _head(procedure: Procedure) -> list[tuple[str, list[str]]]:
    """What an official looks at first, each as its lines."""
    return [
        ("Tên thủ tục", [procedure.title]),
        ("Lĩnh vực", [procedure.field]),
        ("Cơ quan ban hành", _known([procedure.agency])),
        ("Cơ quan thực hiện", _known(procedure.implementers)),
        ("Cấp thực hiện", _known(LEVELS[level] for level in procedure.levels)),
        ("Đối tượng", _known(APPLICANTS[one] for one in procedure.applicants)),
        ("Quyết định công bố", _known([procedure.decision])),
    ]


def _known(values: Iterable[str | None]) -> list[str]:
    return [value for value in values if value] or _UNKNOWN


def _lines(part: Part, named: bool) -> list[str]:
    """Every item, under its heading where one of the two has several; what the record leaves out is
    said too."""
    lines = [
        f"{section.heading}: {item.text}" if named and section.heading else item.text
        for section in part.sections
        for item in section.items
    ]
    return lines or [stop(upper_first(part.lead))]


def _row(heading: str, left: list[str], right: list[str]) -> Row:
    mine, others = set(map(_content, left)), set(map(_content, right))
    return Row(
        heading,
        tuple(Line(text, _content(text) not in others) for text in left),
        tuple(Line(text, _content(text) not in mine) for text in right),
    )


def _content(text: str) -> str:
    """Without the code of a procedure: "look for 1.001193" says the same as "look for 1.004884"."""
    return fold(_CODE.sub("", text))
