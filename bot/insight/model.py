"""What a report is made of: figures and tables, each with its definition."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.insight.period import Period

GROUP_LABELS = {
    "usage": "Sử dụng",
    "answers": "Trả lời",
    "speed": "Thời gian trả lời",
    "topics": "Nội dung",
    "satisfaction": "Hài lòng",
    "calls": "Tổng đài",
    "handovers": "Gặp cán bộ",
    "survey": "Chấm điểm",
    "tickets": "Phản ánh",
    "agencies": "Hồ sơ đến hạn",
}


class Unit(StrEnum):
    """How a value is written."""

    COUNT = "lượt"
    MEAN = "trung bình"
    SHARE = "%"  # values are 0 to 1
    MS = "mili giây"
    HOURS = "giờ"
    LENGTH = "phút:giây"  # values are seconds
    TABLE = "bảng"


@dataclass(frozen=True)
class Definition:
    """One figure or table: what it is called, and what exactly is counted."""

    key: str
    label: str
    text: str
    unit: Unit = Unit.COUNT


@dataclass(frozen=True)
class Figure:
    """`value` is None where there is none, and `why` then says so in a few words."""

    of: Definition
    value: float | None = None
    why: str = ""


@dataclass(frozen=True)
class Row:
    """Values under the columns of its table; None is a group too small to be told."""

    label: str
    values: tuple[float | None, ...]


class Shape(StrEnum):
    """How a table is drawn beside itself."""

    BARS = "bars"  # one bar per row, lying
    COLUMNS = "columns"  # one per row, standing
    LINES = "lines"  # one line per column


@dataclass(frozen=True)
class Table:
    """`head` names the columns, the one of the labels first; `units` are of the others."""

    of: Definition
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    shape: Shape | None = None
    units: tuple[Unit, ...] = (Unit.COUNT,)


@dataclass(frozen=True)
class Group:
    """`GROUP_LABELS` has the label of its key."""

    key: str
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Report:
    """`demo`: rows of it were made up; `notes`: what a reader has to know, as sentences."""

    period: Period
    groups: tuple[Group, ...]
    demo: bool = False
    empty: bool = False
    notes: tuple[str, ...] = ()
