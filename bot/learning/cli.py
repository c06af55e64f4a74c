"""`motcua learning …`: the queue, changes and their comparison at the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer

from bot.catalogue.store import load_catalogue
from bot.catalogue.taught import read_taught
from bot.jobs.__main__ import KINDS, work_of
from bot.jobs.jobs import Jobs, OtherJob
from bot.jobs.run import run
from bot.learning.changes import Changes, NotTaught
from bot.learning.themes import Themes
from bot.learning.words import difference
from bot.settings import settings
from bot.staff.who import Who
from bot.store import Store, migrate

app = typer.Typer(no_args_is_help=True, help="What went badly, and what is taught about it.")

By = Annotated[str, typer.Option(help="who says so", show_default="the account on this machine")]


@app.command()
def gather() -> None:
    """Group what went badly since words are kept."""
    _work("gather", "", "")


@app.command("list")
def list_(state: str = "open") -> None:
    """Themes in a state: number, turns, nearest procedure, the latest saying."""
    with _opened() as store:
        for shown in Themes(store).shown(state):
            said = shown.said[0] if shown.said else "–"
            typer.echo(f"{shown.theme.id}\t{shown.count}\t{shown.theme.nearest}\t{said}")


@app.command()
def propose(
    target: str,
    text: str,
    intent: Annotated[bool, typer.Option(help="TARGET is an intent, not a code")] = False,
    theme: Annotated[int | None, typer.Option(help="the theme it is about")] = None,
    by: By = "",
) -> None:
    """Propose a phrasing of a procedure, or an example of an intent."""
    kind = "example" if intent else "phrasing"
    with _opened() as store:
        number = Changes(store).propose(
            kind, target, text,
            author=Who(by or getuser()), procedures=load_catalogue().procedures, theme=theme,
        )  # fmt: skip
    typer.echo(f"Đề xuất số {number}.")
    typer.echo(difference([(kind, target, text)]), nl=False)


@app.command()
def changes() -> None:
    """All changes: number, state, target, author, text."""
    with _opened() as store:
        for row in Changes(store).all():
            typer.echo(f"{row.id}\t{row.state}\t{row.target}\t{row.author}\t{row.text}")


@app.command()
def compare(change: int, by: By = "") -> None:
    """Measure a change beside what is in force; half a minute and more."""
    _work("compare", str(change), by)
    with _opened() as store:
        row = Changes(store).get(change)
        for name, figures in (row.figures or {}).get("sets", {}).items() if row else ():
            was, now = figures["before"], figures["after"]
            told = "  ".join(f"{k} {was[k]} → {now[k]}" for k in was if k != "size")
            typer.echo(f"{name} ({was['size']}): {told}")


@app.command()
def approve(change: int, by: By = "") -> None:
    """Approve a colleague's change and put it in force."""
    with _opened() as store:
        changes = Changes(store)
        changes.approve(change, Who(by or getuser()))
        row = changes.get(change)
    if row and row.kind == "phrasing":
        _work("apply", str(change), by)
    else:
        typer.echo("Đã duyệt; có hiệu lực sau lần huấn luyện tới (motcua learning export).")


@app.command("take-back")
def take_back(change: int, by: By = "") -> None:
    """Put a phrasing out of force."""
    _work("take_back", str(change), by)


@app.command()
def refuse(change: int, by: By = "") -> None:
    """Refuse a change, or withdraw one's own; an accepted example until it is exported."""
    with _opened() as store:
        if not Changes(store).refuse(change, Who(by or getuser())):
            raise NotTaught("Đề xuất này không còn chờ duyệt.")
    typer.echo("Đã bỏ.")


@app.command()
def export(
    to: Annotated[Path | None, typer.Option(help="file; else standard output")] = None,
) -> None:
    """Everything taught as a difference for the repository (git apply)."""
    with _opened() as store:
        accepted = [("example", intent, text) for intent, text in Changes(store).accepted()]
    taught = [("phrasing", code, text) for code, said in read_taught().items() for text in said]
    text = difference([*taught, *accepted])
    if to is None:
        typer.echo(text, nl=False)
    else:
        to.write_text(text, encoding="utf-8")


def _work(kind: str, subject: str, by: str) -> None:
    """Do a job here and now."""
    with _opened() as store:
        jobs = Jobs(store)
        number = jobs.claim(kind, subject, Who(by or getuser()))
        done = run(store, number, {kind: work_of(KINDS[kind])})
        job = jobs.get(number)
    typer.echo(job.step if job else "", err=not done)
    if not done:
        raise typer.Exit(1)


@contextmanager
def _opened() -> Iterator[Store]:
    config = settings()
    migrate(config.database)
    store = Store(config.database)
    try:
        yield store
    except (NotTaught, OtherJob) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    finally:
        store.close()
