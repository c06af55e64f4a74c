"""`motcua ticket …`: complaints and proposals, for staff at the terminal.

Answering them is the console's work: there it is known who does it. Those about officials are the
leads' alone, so nothing here lists any.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from bot.care.tickets.demo import put_demo
from bot.care.tickets.model import NO_DEADLINE, STATE_NAMES, Kind
from bot.care.tickets.work import ON_A_PAGE, Desk, Filter
from bot.clock import HANOI, today
from bot.settings import settings
from bot.store import Store, StoreProblem, migrate

app = typer.Typer(no_args_is_help=True, help="Complaints and proposals: list, made-up ones.")
_MARKS = {"past": "quá hạn", "near": "sắp đến hạn", "": ""}


@app.command("list")
def list_() -> None:
    """What is still to be done, the overdue first: number, deadline, state, place, received."""
    with _opened() as store:
        rows, more = Desk(store, (Kind.REPORT, Kind.PROPOSAL)).listed(Filter(), today())
    for row in rows:
        due = f"{row.due:%d/%m/%Y} {_MARKS[row.urgency]}".strip() if row.due else NO_DEADLINE
        received = row.received.astimezone(HANOI)
        typer.echo(
            f"{row.id}\t{due}\t{STATE_NAMES[row.state]}\t{row.place}\t{received:%d/%m/%Y %H:%M}"
        )
    if more:
        typer.echo(f"Còn nữa: đây là {ON_A_PAGE} phản ánh đầu tiên.", err=True)


@app.command()
def seed(
    count: Annotated[int, typer.Option(min=1, max=10_000)] = 60,
    seed: Annotated[int, typer.Option(help="The same seed on the same day: the same ones.")] = 1,
) -> None:
    """Put made-up tickets, in place of earlier ones; real ones stay."""
    with _opened() as store:
        put_demo(store, count, seed, today())
    typer.echo(f"Đã đặt {count} phản ánh mẫu (không phải phản ánh thật). Xem ở /staff/tickets.")


@contextmanager
def _opened() -> Iterator[Store]:
    config = settings()
    try:
        migrate(config.database)
    except StoreProblem as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None
    store = Store(config.database)
    try:
        yield store
    finally:
        store.close()
