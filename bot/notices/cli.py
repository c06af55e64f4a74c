"""`motcua notice …`: take a procedure down, tell everyone something."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from getpass import getuser
from typing import Annotated

import typer

from bot.catalogue.store import load_catalogue
from bot.clock import HANOI
from bot.notices.notices import BadNotice, Notices
from bot.notices.tables import Notice
from bot.settings import settings
from bot.staff.who import Who
from bot.store import Store, migrate

app = typer.Typer(no_args_is_help=True, help="Procedures taken down; the banner for everyone.")

Why = Annotated[str, typer.Option(help="the reason, for colleagues")]
Until = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"], help="Hanoi's time; none: until ended"),
]
By = Annotated[str, typer.Option(help="who says so", show_default="the account on this machine")]


@app.command()
def down(
    code: str,
    why: Why,
    until: Until = None,
    ask: Annotated[str, typer.Option(help="whom to ask; none: the record's office")] = "",
    by: By = "",
) -> None:
    """Stop telling of a procedure, at once, in all processes."""
    if not load_catalogue().get(code):
        typer.echo(f"Danh mục không có mã {code}.", err=True)
        raise typer.Exit(1)
    with _opened() as notices:
        notices.take_down(code, why=why, who=Who(by or getuser()), until=_hanoi(until), ask=ask)
    typer.echo(f"Đã tạm ngừng trả lời về {code}.")


@app.command()
def up(code: str, by: By = "") -> None:
    """Tell of a procedure again."""
    with _opened() as notices:
        if not notices.tell_again(code, who=Who(by or getuser())):
            typer.echo(f"Mã {code} không bị tạm ngừng.", err=True)
            raise typer.Exit(1)
    typer.echo(f"Đã trả lời lại về {code}.")


@app.command()
def banner(text: str, why: Why, until: Until = None, by: By = "") -> None:
    """Tell everyone: on the page, in the API's answers, in the telephone's greeting."""
    with _opened() as notices:
        notices.put_banner(text, why=why, who=Who(by or getuser()), until=_hanoi(until))
    typer.echo("Đã đăng thông báo.")


@app.command()
def clear(by: By = "") -> None:
    """Remove the banner."""
    with _opened() as notices:
        if not notices.remove_banner(who=Who(by or getuser())):
            typer.echo("Không có thông báo nào.", err=True)
            raise typer.Exit(1)
    typer.echo("Đã gỡ thông báo.")


@app.command("list")
def list_() -> None:
    """What is in force, the newest first."""
    with _opened() as notices:
        for row in notices.current():
            typer.echo(_line(row))


def _line(row: Notice) -> str:
    until = f"{row.until.astimezone(HANOI):%d/%m/%Y %H:%M}" if row.until else "chưa định"
    since = f"{row.since.astimezone(HANOI):%d/%m/%Y %H:%M}"
    what = row.code or "thông báo"
    return "\t".join([what, since, until, row.who, row.why, row.text])


def _hanoi(when: datetime | None) -> datetime | None:
    return when.replace(tzinfo=HANOI) if when else None


@contextmanager
def _opened() -> Iterator[Notices]:
    config = settings()
    migrate(config.database)
    store = Store(config.database)
    try:
        yield Notices(store)
    except BadNotice as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    finally:
        store.close()
