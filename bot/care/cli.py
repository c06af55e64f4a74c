"""`motcua callback …`: who wants to be called back, for staff at the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import typer

from bot.care.callbacks import CallBacks, End
from bot.care.sealed import Unreadable
from bot.clock import HANOI
from bot.keyed import load_key
from bot.settings import settings
from bot.staff.audit import note
from bot.store import Store, migrate

app = typer.Typer(no_args_is_help=True, help="Who wants to be called back.")


@app.command("list")
def list_() -> None:
    """Those who wait, the oldest first: number of the wish, when, telephone, promised until."""
    with _opened() as (callbacks, store):
        with store.writing() as session:
            note(session, None, "call-back-list")
        try:
            for one in callbacks.waiting():
                until = _shown(one.promised) if one.promised else "-"
                typer.echo(f"{one.id}\t{_shown(one.at)}\t{one.number}\t{until}")
        except Unreadable as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(1) from None


@app.command()
def done(wish: int) -> None:
    """They were called: the telephone number is forgotten."""
    _end(wish, "called")


@app.command()
def withdraw(wish: int) -> None:
    """They do not want it any more: the telephone number is forgotten."""
    _end(wish, "withdrawn")


def _shown(moment: datetime) -> str:
    return moment.astimezone(HANOI).strftime("%d/%m/%Y %H:%M")


def _end(wish: int, how: End) -> None:
    with _opened() as (callbacks, store):
        if not callbacks.end(wish, how):
            typer.echo(f"Không có yêu cầu gọi lại số {wish} đang chờ.", err=True)
            raise typer.Exit(1)
        with store.writing() as session:
            note(session, None, f"call-back-{how}", str(wish))
    typer.echo("Đã xong, số điện thoại đã xóa.")


@contextmanager
def _opened() -> Iterator[tuple[CallBacks, Store]]:
    config = settings()
    migrate(config.database)
    store = Store(config.database)
    try:
        yield CallBacks(store, load_key(config.secret_key, config.var_dir)), store
    finally:
        store.close()
