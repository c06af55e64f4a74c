"""`motcua guides …`: for those who write guides."""

from __future__ import annotations

import typer

from bot.catalogue.errors import RefusedImport
from bot.catalogue.store import load_catalogue
from bot.guides.check import problems
from bot.guides.model import load_guides

app = typer.Typer(no_args_is_help=True, help="Plain-language guides.")


@app.command()
def check() -> None:
    """Say which guides break a rule."""
    try:
        guides = load_guides()
    except RefusedImport as error:
        typer.echo(error.reason, err=True)
        raise typer.Exit(1) from error
    found = problems(guides, load_catalogue().procedures)
    for problem in found:
        typer.echo(problem)
    codes = {code for guide in guides.values() for code in guide.codes}
    typer.echo(f"{len(guides)} guides over {len(codes)} procedures")
    raise typer.Exit(1 if found else 0)


@app.callback()
def guides() -> None:
    """Keeps `check` a sub-command while it is the only one."""
