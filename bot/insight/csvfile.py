"""A report as a table for other programs: one line for each value, with its definition."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from bot.insight.model import GROUP_LABELS, Report, Table
from bot.insight.small import FEWEST

HEAD = ("kỳ", "nhóm", "chỉ số", "mục", "cột", "giá trị", "đơn vị", "định nghĩa")
FEW = f"<{FEWEST}"
DEMO = "DỮ LIỆU MẪU"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run what begins so


def as_csv(report: Report) -> str:
    """UTF-8 with a byte order mark, which spreadsheets need; values with a decimal point."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    period = f"{report.period.first}/{report.period.last}" + f" {DEMO}" * report.demo
    for line in _lines(report):
        writer.writerow([harmless(cell) for cell in (period, *line)])
    return "\ufeff" + out.getvalue()


def _lines(report: Report) -> Iterator[tuple[str, ...]]:
    for group in report.groups:
        for figure in group.figures:
            of = figure.of
            value = figure.why if figure.value is None else _number(figure.value)
            yield GROUP_LABELS[group.key], of.label, "", "", value, of.unit.value, of.text
        for table in group.tables:
            for line in _cells(table):
                yield (GROUP_LABELS[group.key], table.of.label, *line, table.of.text)


def _cells(table: Table) -> Iterator[tuple[str, str, str, str]]:
    for row in table.rows:
        for name, value, unit in zip(table.head[1:], row.values, table.units, strict=True):
            yield row.label, name, FEW if value is None else _number(value), unit.value


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
