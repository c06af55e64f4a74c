"""`motcua report`: the figures of a period, for the terminal or as CSV."""

from __future__ import annotations

import sys
from typing import Annotated, NoReturn

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.catalogue.model import Procedure
from bot.catalogue.store import load_catalogue
from bot.clock import today
from bot.insight.cli_print import show
from bot.insight.csvfile import as_csv
from bot.insight.model import Report
from bot.insight.period import BadPeriod, Period, read_period
from bot.insight.report import Insight
from bot.settings import settings
from bot.store import Store, StoreProblem, migrate

First = Annotated[str, typer.Option("--from", help="First day: 2026-07-01 or 01/07/2026.")]
Last = Annotated[str, typer.Option("--to", help="Last day, included.")]


def report(
    first: First = "",
    last: Last = "",
    csv: Annotated[bool, typer.Option("--csv", help="One line for each value.")] = False,
) -> None:
    """Figures of a period with their definitions; without dates, of the last 30 whole days."""
    try:
        told = _told(read_period(first, last, today()))
    except (BadPeriod, StoreProblem) as problem:
        _stop(str(problem))
    except SQLAlchemyError as error:
        _stop(f"Cơ sở dữ liệu không trả lời ({type(error).__name__}); hãy chạy lại lệnh này.")
    if csv:
        sys.stdout.buffer.write(as_csv(told).encode())
    else:
        show(told)


def _told(period: Period) -> Report:
    config = settings()
    migrate(config.database)
    store = Store(config.database)
    try:
        insight = Insight(store, procedures, config.turn_log_days)
        return insight.report(period, today())
    finally:
        store.close()


def procedures() -> dict[str, Procedure]:
    return load_catalogue().procedures


def _stop(reason: str) -> NoReturn:
    typer.echo(reason, err=True)
    raise typer.Exit(1)
