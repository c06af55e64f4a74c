"""`motcua places …`: where one files."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.catalogue.errors import RefusedImport
from bot.places.points import install_points

app = typer.Typer(no_args_is_help=True, help="Service points.")


@app.command("import")
def import_(table: Path) -> None:
    """Take over the city's table of service points (CSV; columns in data/places/README.md)."""
    try:
        count = install_points(table)
    except RefusedImport as error:
        for problem in error.problems:
            typer.echo(str(problem), err=True)
        typer.echo(f"Không nhập: {error.reason} Bảng đang dùng giữ nguyên.", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"Đã nhận {count} điểm phục vụ.")


@app.callback()
def places() -> None:
    """Keeps `import` a sub-command while it is the only one."""
