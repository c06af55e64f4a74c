"""`motcua catalogue online-only …`: the weekly list of procedures taken only online."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.catalogue.errors import RefusedImport
from bot.catalogue.online_only import install_online_only, load_online_only
from bot.catalogue.store import load_catalogue
from bot.clock import today

app = typer.Typer(no_args_is_help=True, help="Procedures that are taken only online.")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="CSV or .jsonl with code and date.")],
    source: Annotated[str, typer.Option(help="Who published it where; answers name it.")],
) -> None:
    """Replace the list in force; a wrong line refuses the whole file."""
    known = set(load_catalogue().procedures)
    try:
        found = install_online_only(file, source, known, today())
    except RefusedImport as error:
        for problem in error.problems:
            typer.echo(str(problem), err=True)
        typer.echo(f"Không nhập: {error.reason} Danh sách đang dùng giữ nguyên.", err=True)
        raise typer.Exit(1) from None
    strange = len(found.codes.keys() - known)
    beside = f" ({strange} mã không có trong danh mục)" if strange else ""
    typer.echo(f"Đã nhận danh sách ngày {found.asof:%d/%m/%Y}: {len(found.codes)} mã{beside}.")


@app.command()
def show() -> None:
    """The list in force."""
    found = load_online_only()
    if found is None:
        typer.echo("Chưa có danh sách nào.", err=True)
        raise typer.Exit(1)
    old = " (đã cũ)" if found.until < today() else ""
    typer.echo(f"{found.asof:%d/%m/%Y}{old}, {found.source}")
    for code in sorted(found.codes):
        typer.echo(code)
