"""A report in the terminal, as CSV and as charts."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.insight.charts import draw
from bot.insight.cli_print import show
from bot.insight.csvfile import as_csv
from bot.insight.definitions import BY_AGENCY, BY_DAY
from bot.insight.model import Group, Report, Row, Shape, Table, Unit
from bot.insight.report import GROUPS
from bot.insight.written import written
from bot.settings import Settings
from tests.insight.conftest import SEPTEMBER, Log

September = Callable[..., Report]


@pytest.fixture
def report(turn: Log, call: Log, september: September) -> Report:
    for n in range(6):
        turn(f"người {n}", times=200, hour=8 + n % 2)
        call(f"máy {n}")
    return september(*GROUPS)


def test_the_terminal_shows_value_and_definition(report: Report) -> None:
    out = io.StringIO()
    show(report, Console(file=out, width=200))
    line = next(line for line in out.getvalue().splitlines() if line.strip().startswith("Câu hỏi "))
    assert re.search(r"Câu hỏi +1\.200 +Số tin nhắn và câu nói", line)
    assert "ít hơn 5" in out.getvalue()


def test_the_file_has_every_value_with_its_definition(report: Report) -> None:
    lines = list(csv.DictReader(io.StringIO(as_csv(report).removeprefix("\ufeff"))))
    users = next(line for line in lines if line["chỉ số"] == "Người dùng")
    assert users["giá trị"] == "12"
    assert users["định nghĩa"].startswith("Số phiên khác nhau")
    hours = {
        line["mục"]: line["giá trị"] for line in lines if line["chỉ số"] == "Theo giờ trong ngày"
    }
    assert len(hours) == 24
    assert (hours["8 giờ"], hours["10 giờ"]) == ("<5", "0"), "three people each"
    assert all(line["định nghĩa"] for line in lines)


def test_no_cell_is_taken_for_a_formula() -> None:
    evil = Table(BY_AGENCY, ("Nơi", "Quá hạn"), (Row("=HYPERLINK(1)", (1.0,)),))
    text = as_csv(Report(SEPTEMBER, (Group("agencies", (), (evil,)),)))
    assert ",'=HYPERLINK(1)," in text


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (73568, Unit.COUNT, "73.568"),
        (0.8451, Unit.SHARE, "84,5 %"),
        (204.0, Unit.HOURS, "204 giờ"),
        (1.25, Unit.HOURS, "1,2 giờ"),
        (81.4, Unit.LENGTH, "1:21"),
        (148.3, Unit.MS, "148 ms"),
    ],
)
def test_values_are_written_as_people_do(value: float, unit: Unit, said: str) -> None:
    assert written(value, unit) == said


@pytest.mark.parametrize("shape", Shape)
def test_a_chart_has_the_pages_colours_and_no_inline_style(shape: Shape) -> None:
    values = (Row("01/09/2026", (3.0,)), Row("02/09/2026", (None,)), Row("<b>&", (7.0,)))
    svg = draw(Table(BY_DAY, ("Ngày", "Câu hỏi"), values, shape))
    assert svg
    tree = ElementTree.fromstring(svg)
    assert not re.search(r"\sstyle=|<style|<script|\sid=\"(?:axes|figure)", svg)
    assert "var(--brand)" in svg
    assert "currentColor" in svg
    assert not re.search("#0102", svg)
    texts = [element.text for element in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert "<b>&" in texts


def test_a_long_table_is_drawn_from_its_top() -> None:
    values = tuple(Row(f"Nơi {n}", (200.0 - n,)) for n in range(130))
    svg = draw(Table(BY_AGENCY, ("Nơi", "Quá hạn"), values, Shape.BARS))
    assert svg
    assert "Nơi 14<" in svg
    assert "Nơi 15<" not in svg
    wide, high = (float(n) for n in re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0])
    assert wide < 345, "its letters are of the page's size on a phone"
    assert high < 500


def test_what_has_no_shape_or_no_value_is_not_drawn() -> None:
    assert draw(Table(BY_DAY, ("Ngày", "Câu hỏi"), (Row("01/09/2026", (3.0,)),))) is None
    assert draw(Table(BY_DAY, ("Ngày", "Câu hỏi"), (Row("a", (None,)),), Shape.BARS)) is None


@pytest.fixture
def motcua(config: Settings, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.setattr("bot.insight.cli.settings", lambda: config)
    return lambda *words: CliRunner().invoke(app, ["report", *words], env={"COLUMNS": "200"})


def test_the_command_tells_an_empty_period_and_refuses_an_absurd_one(
    motcua: Callable[..., Result],
) -> None:
    told = motcua("--from", "2026-08-01", "--to", "2026-08-31")
    assert told.exit_code == 0
    assert "Không có câu hỏi hay cuộc gọi nào" in told.output
    refused = motcua("--from", "2026-08-31", "--to", "2026-08-01")
    assert refused.exit_code == 1
    assert "đứng trước ngày đầu" in refused.output
