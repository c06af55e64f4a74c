"""`motcua catalogue …`: compare, show and export the catalogue; `bot.retrieval` imports it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from pydantic import ValidationError

from bot.catalogue import cli_print as out
from bot.catalogue import online_only_cli
from bot.catalogue.diff import compare
from bot.catalogue.errors import RefusedImport
from bot.catalogue.files import write_procedures
from bot.catalogue.importers.read import read_files
from bot.catalogue.install_table import install_table
from bot.catalogue.relate import with_same_titles
from bot.catalogue.stats import figures
from bot.catalogue.store import load_catalogue
from bot.settings import settings

app = typer.Typer(no_args_is_help=True, help="The catalogue of procedures.")
app.add_typer(online_only_cli.app, name="online-only")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
FactsOnly = Annotated[bool, typer.Option("--facts-only", help="Leave the portal's prose out.")]


def this_month() -> str:
    return f"{date.today():%Y-%m}"


@app.command("import-local")
def import_local(table: Path) -> None:
    """Take over the city's table (CSV, one procedure a line; columns in docs/catalogue.md)."""
    try:
        count = install_table(table, set(load_catalogue().procedures))
    except RefusedImport as error:
        refuse(error, as_json=False)
    typer.echo(f"Đã nhận tình trạng tại Hà Nội của {count} thủ tục.")


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="Version, folder or file; “current” or “data” too.")],
    new: Annotated[str, typer.Argument(help="Likewise.")],
    as_json: AsJson = False,
) -> None:
    """Say what is new, changed and gone from OLD to NEW."""
    try:
        out.difference(compare(_procedures(old), _procedures(new)), as_json=as_json)
    except RefusedImport as error:
        refuse(error, as_json)


@app.command()
def show(code: str, as_json: AsJson = False) -> None:
    """Print one procedure with every field, and what Hanoi says of it."""
    catalogue = load_catalogue()
    procedure = catalogue.get(code)
    if procedure is None:
        title = catalogue.withdrawn.get(code)
        reason = f"đã bãi bỏ hoặc thay thế: {title}" if title else "không có trong danh mục"
        typer.echo(f"Mã {code} {reason}.", err=True)
        raise typer.Exit(1)
    out.procedure(procedure, catalogue.local.status(code), as_json=as_json)


@app.command()
def export(
    source: Annotated[
        Path | None, typer.Option("--from", help="A file to convert; else the one in force.")
    ] = None,
    to: Annotated[
        Path | None, typer.Option(help="Folder: one file per field; else standard output.")
    ] = None,
    facts_only: FactsOnly = False,
    asof: Annotated[str | None, typer.Option(help="Month of API answers.")] = None,
) -> None:
    """Write procedures in our own format, sorted by code."""
    try:
        found = _from_file(source, facts_only, asof) if source else load_catalogue().procedures
    except RefusedImport as error:
        refuse(error, as_json=False)
    kept = {code: p.without_prose() if facts_only else p for code, p in found.items()}
    if to is None:
        for code in sorted(kept):
            typer.echo(kept[code].model_dump_json(exclude_defaults=True))
        return
    written = write_procedures(to, kept)
    typer.echo(f"Đã ghi {len(kept)} thủ tục vào {len(written)} tệp.")


@app.command()
def stats(as_json: AsJson = False) -> None:
    """Count procedures, channels, fees, times and levels of the catalogue in force."""
    catalogue = load_catalogue()
    out.figures(figures(catalogue), catalogue.version, as_json=as_json)


def _from_file(path: Path, facts_only: bool, asof: str | None) -> dict[str, Any]:
    reading = read_files([path], facts_only=facts_only, asof=asof or this_month())
    return with_same_titles(reading.procedures)


def _procedures(name: str) -> dict[str, Any]:
    """Procedures of a version, a folder or a file."""
    versions = settings().var_dir / "catalogue"
    folders: dict[str, Path | None] = {"current": None, "data": settings().data_dir / "catalogue"}
    path = Path(name)
    try:
        if name in folders:
            return load_catalogue(folders[name]).procedures
        if path.is_file():
            return _from_file(path, facts_only=True, asof=None)
        return load_catalogue(path if path.is_dir() else versions / name).procedures
    except (FileNotFoundError, ValidationError) as error:
        raise RefusedImport(f"Không có danh mục nào ở “{name}”.") from error


def refuse(error: RefusedImport, as_json: bool) -> NoReturn:
    if as_json:
        problems = [vars(problem) for problem in error.problems]
        typer.echo(json.dumps({"refused": error.reason, "problems": problems}, ensure_ascii=False))
    else:
        for problem in error.problems:
            typer.echo(str(problem), err=True)
        typer.echo(f"Không nhập: {error.reason} Danh mục đang dùng giữ nguyên.", err=True)
    raise typer.Exit(1)
