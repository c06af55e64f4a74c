"""`motcua case …`: the local registry of cases, for staff at the terminal."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.cases import cli_print as out
from bot.cases.demo import made_up
from bot.cases.importing import import_cases
from bot.cases.lookup import WITHIN_S
from bot.cases.service import Cases, open_cases
from bot.cases.sources import SourcesProblem
from bot.catalogue.errors import RefusedImport
from bot.catalogue.store import load_catalogue
from bot.clock import today
from bot.settings import settings
from bot.store import StoreProblem, migrate
from bot.text.codes import find_case_codes

app = typer.Typer(no_args_is_help=True, help="Cases: import, made-up ones, show.")

SHOWN = 10  # the first ten made-up cases have one state each


@app.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(help="CSV, JSON or JSON lines; columns in docs/cases.md.")
    ],
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="Import the other rows.")] = False,
) -> None:
    """Check the file and take its cases over; a wrong row refuses the whole import."""
    with _opened() as cases:
        try:
            done = import_cases(file, cases.registry, skip_bad=skip_bad)
        except RefusedImport as error:
            for problem in error.problems:
                typer.echo(str(problem), err=True)
            _stop(f"Không nhập: {error.reason} Sổ hồ sơ giữ nguyên.")
    for problem in done.skipped:
        typer.echo(str(problem), err=True)
    left = f", bỏ {len(done.skipped)} dòng sai" if done.skipped else ""
    typer.echo(f"Đã nhận {done.count} hồ sơ{left}.")


@app.command()
def seed(
    count: Annotated[int, typer.Option(min=1, max=1_000_000)] = 10_000,
    seed: Annotated[int, typer.Option(help="The same seed on the same day: the same cases.")] = 1,
) -> None:
    """Fill the registry with made-up cases, in place of earlier ones; real ones stay."""
    procedures = list(load_catalogue().procedures.values())
    with _opened() as cases:
        cases.registry.clear_demo()
        cases.registry.put(made_up(procedures, count, seed, today()))
    typer.echo(f"Đã đặt {count} hồ sơ mẫu (không phải hồ sơ thật). Thử với:")
    samples = list(made_up(procedures, min(count, SHOWN), seed, today()))
    for entry in samples:
        typer.echo(out.sample(entry))
    typer.echo(out.owner(samples))


@app.command()
def show(code: str) -> None:
    """Print what the source says of one case, as citizens with a proof are told; it is recorded."""
    codes = find_case_codes(code)
    if len(codes) != 1:
        _stop(f"“{code[:40]}” không phải một mã hồ sơ như H26.12-250701-0001.")
    with _opened() as cases:
        asked = cases.router.ask(codes[0], WITHIN_S)
        outcome = "found" if asked.found else "source_down" if asked.down else "unknown"
        cases.lockout.note(codes[0], f"user {os.getuid()}", "terminal", outcome)
        if asked.found:
            typer.echo(out.case(asked.found.read(), today()))
        elif asked.down:
            _stop("Nơi giữ hồ sơ hiện không trả lời.")
        else:
            _stop(f"Không có hồ sơ {codes[0]}.")


@contextmanager
def _opened() -> Iterator[Cases]:
    try:
        migrate()
        cases = open_cases(settings())
    except (StoreProblem, SourcesProblem) as problem:
        _stop(str(problem))
    try:
        yield cases
    finally:
        cases.close()


def _stop(reason: str) -> NoReturn:
    typer.echo(reason, err=True)
    raise typer.Exit(1)
