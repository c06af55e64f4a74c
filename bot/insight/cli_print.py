"""A report as tables for the terminal."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid

from bot.insight.model import GROUP_LABELS, Group, Report, Table
from bot.insight.small import FEWEST
from bot.insight.written import HIDDEN, written

MOST_ROWS = 31  # of a table; `--csv` has them all
DEMO = "DỮ LIỆU MẪU: được tạo ra để thử, không phải số liệu thật."


def show(report: Report, console: Console | None = None) -> None:
    console = console or Console(highlight=False)
    console.print(f"[bold]Báo cáo kỳ {report.period}[/bold] (ngày tính theo giờ Hà Nội)")
    for note in (*([DEMO] if report.demo else []), *report.notes):
        console.print(note, style="bold", markup=False)
    if report.empty:
        return
    for group in report.groups:
        _group(console, group)
    console.print(
        f"“{HIDDEN}”: nhóm có dưới {FEWEST} cuộc trò chuyện (hoặc máy gọi), hoặc nhóm phải ẩn cùng "
        "để không suy ra được nhóm đó."
    )


def _group(console: Console, group: Group) -> None:
    console.print(f"\n[bold]{GROUP_LABELS[group.key]}[/bold]")
    if group.figures:
        grid = Grid(box=box.SIMPLE_HEAD)
        grid.add_column("Chỉ số")
        grid.add_column("Giá trị", justify="right", no_wrap=True)
        grid.add_column("Định nghĩa")
        for figure in group.figures:
            told = figure.why if figure.value is None else written(figure.value, figure.of.unit)
            grid.add_row(figure.of.label, told, figure.of.text)
        console.print(grid)
    for table in group.tables:
        _table(console, table)


def _table(console: Console, table: Table) -> None:
    console.print(Padding(f"[bold]{table.of.label}[/bold]. {table.of.text}", (0, 2)))
    if not table.rows:
        console.print(Padding("Chưa có số liệu đủ lớn để nêu.", (0, 2)))
        return
    grid = Grid(box=box.SIMPLE_HEAD)
    for n, name in enumerate(table.head):
        grid.add_column(name, justify="right" if n else "left")
    for row in table.rows[:MOST_ROWS]:
        values = zip(row.values, table.units, strict=True)
        grid.add_row(row.label, *(HIDDEN if v is None else written(v, unit) for v, unit in values))
    console.print(grid)
    if (left := len(table.rows) - MOST_ROWS) > 0:
        console.print(Padding(f"… và {left} dòng nữa (có đủ trong --csv).", (0, 2)))
