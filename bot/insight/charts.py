"""Tables as charts: SVG to be put into a page, in the page's own colours, light or dark.

Matplotlib draws them; what it writes as styles becomes attributes, since pages allow no inline
styles, and its colours become the page's variables.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from threading import Lock
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from bot.insight.model import Row, Shape, Table, Unit
from bot.insight.small import OTHERS
from bot.insight.written import written

KEPT = 256  # charts: the same table is not drawn again
WIDTH = 4.6  # inches of 72 units of the SVG: as wide as a phone, whose text is then of its size
LABEL = 48  # characters of a label; the table beside the chart has the whole one
TICKS = 6
MOST_BARS = 15  # of a long table the first: who wants the others reads it
# Stand-ins that occur nowhere else, and what the page has for them.
_TEXT, _FAINT, _FIRST, _SECOND = "#010203", "#010204", "#010205", "#010206"
_COLOURS = {
    _TEXT: "currentColor",
    _FAINT: "var(--line)",
    _FIRST: "var(--brand)",
    _SECOND: "var(--second)",
}
_LOOK: dict[Any, Any] = {
    "svg.fonttype": "none",  # text stays text
    "font.size": 10,
    "text.color": _TEXT,
    "axes.edgecolor": _FAINT,
    "axes.labelcolor": _TEXT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": _FAINT,
    "xtick.color": _FAINT,
    "ytick.color": _FAINT,
    "xtick.labelcolor": _TEXT,
    "ytick.labelcolor": _TEXT,
}
_drawing = Lock()  # matplotlib's settings are the whole process's

_PROLOGUE = re.compile(r"^.*?(?=<svg )", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>|<style [^>]*>.*?</style>", re.DOTALL)
_SIZE = re.compile(r'(<svg [^>]*?) (?:width|height)="[\d.]+pt"')
_IDS = re.compile(r' id="(?:figure|axes|patch|text|line2d|matplotlib|xtick|ytick|legend)[^"]*"')
_STYLE = re.compile(r' style="([^"]*)"')
_FONT_SIZE = re.compile(r"([\d.]+)px")


@lru_cache(maxsize=KEPT)
def draw(table: Table) -> str | None:
    """An `<svg>` element without a title of its own; None where there is nothing to draw."""
    if table.shape is None or not any(_values(table.rows)):
        return None
    with _drawing, mpl.rc_context({**_LOOK, "svg.hashsalt": table.of.key}):
        height = 0.3 + 0.42 * min(len(table.rows), MOST_BARS) if table.shape is Shape.BARS else 2.4
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        axes = figure.subplots()
        _DRAWN[table.shape](axes, table)
        out = io.StringIO()
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None})
    return _for_page(out.getvalue())


def _bars(axes: Axes, table: Table) -> None:
    rows = tuple(row for row in table.rows if row.label != OTHERS)[:MOST_BARS][::-1]
    positions, values = range(len(rows)), _values(rows)
    bars = axes.barh(positions, values, height=0.4, color=_FIRST)
    labels = [written(value, table.units[0]) for value in values]
    axes.bar_label(bars, labels, padding=3)
    for at, row in enumerate(rows):  # above its bar: beside it a phone has no room for both
        axes.text(0, at + 0.25, _short(row.label), verticalalignment="bottom")
    axes.margins(x=0.15)
    axes.set_ylim(-0.4, len(rows) - 0.25)
    axes.set_axis_off()


def _columns(axes: Axes, table: Table) -> None:
    positions = range(len(table.rows))
    axes.bar(positions, _values(table.rows), color=_FIRST)
    _label_some(axes, table.rows)
    _scale(axes, table.units[0])


def _lines(axes: Axes, table: Table) -> None:
    for n, name in enumerate(table.head[1:3]):
        values = [_nan(row.values[n]) for row in table.rows]
        colour = (_FIRST, _SECOND)[n]
        axes.plot(values, color=colour, label=name, linewidth=1.8, linestyle=("-", "--")[n],
                  marker="o" if len(values) < 3 else None)  # fmt: skip
    axes.set_ylim(bottom=0)
    _label_some(axes, table.rows)
    _scale(axes, table.units[0])
    if len(table.head) > 2:
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)


_DRAWN: dict[Shape, Callable[[Axes, Table], None]] = {
    Shape.BARS: _bars,
    Shape.COLUMNS: _columns,
    Shape.LINES: _lines,
}


def _label_some(axes: Axes, rows: tuple[Row, ...]) -> None:
    step = max(1, -(-len(rows) // TICKS)) if len(rows) > TICKS else 1
    shown = range(0, len(rows), step)
    axes.set_xticks(list(shown), [_tick(rows[n].label) for n in shown])
    axes.grid(visible=False, axis="x")


def _scale(axes: Axes, unit: Unit) -> None:
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=unit is Unit.COUNT))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: written(value, unit)))


def _values(rows: tuple[Row, ...]) -> list[float]:
    """Of the first column; groups that are not told have no bar."""
    return [row.values[0] or 0.0 for row in rows]


def _nan(value: float | None) -> float:
    return float("nan") if value is None else value


def _short(label: str) -> str:
    return label if len(label) <= LABEL else label[: LABEL - 1].rstrip() + "…"


def _tick(label: str) -> str:
    """Days without their year: it stands above the chart."""
    try:
        return f"{datetime.strptime(label, '%d/%m/%Y'):%d/%m}"
    except ValueError:
        return label


def _for_page(svg: str) -> str:
    svg = _METADATA.sub("", _PROLOGUE.sub("", svg))
    while _SIZE.search(svg):
        svg = _SIZE.sub(r"\1", svg)
    svg = _STYLE.sub(_attributes, _IDS.sub("", svg))
    for stand_in, colour in _COLOURS.items():
        svg = svg.replace(stand_in, colour)
    return svg.replace("<svg ", '<svg class="chart" aria-hidden="true" focusable="false" ', 1)


def _attributes(match: re.Match[str]) -> str:
    """`style="fill: none"` → `fill="none"`."""
    parts = (part.partition(":") for part in match[1].split(";") if part.strip())
    written_ = []
    for name, _, value in parts:
        name, value = name.strip(), value.strip()
        if name == "font":
            size = _FONT_SIZE.search(value)
            name, value = "font-size", size[1] if size else "10"
        written_.append(f' {name}="{value}"')
    return "".join(written_)
