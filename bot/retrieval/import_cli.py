"""`motcua catalogue import`: the catalogue with its index, beside no other work on either."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from bot.catalogue import cli_print as out
from bot.catalogue.cli import AsJson, FactsOnly, refuse, this_month
from bot.catalogue.errors import RefusedImport
from bot.catalogue.switch import import_files
from bot.jobs.jobs import OtherJob
from bot.jobs.terminal import turn
from bot.retrieval import switching  # noqa: F401 - an imported catalogue comes with its index
from bot.store import StoreProblem


def import_(
    files: Annotated[list[Path], typer.Argument(help="API answers, gathered or own JSON lines.")],
    facts_only: FactsOnly = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say it, change nothing.")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Allow more than half of the catalogue to go.")
    ] = False,
    asof: Annotated[str | None, typer.Option(help="Month of API answers, e.g. 2026-07.")] = None,
    as_json: AsJson = False,
) -> None:
    """Check the files and put them in force; a wrong line refuses the whole import."""
    try:
        with nullcontext() if dry_run else turn("import", files[0].name[:80]):
            outcome = import_files(
                files,
                facts_only=facts_only,
                dry_run=dry_run,
                replace=replace,
                asof=asof or this_month(),
            )
    except RefusedImport as error:
        refuse(error, as_json)
    except (OtherJob, StoreProblem) as error:
        refuse(RefusedImport(str(error)), as_json)
    out.outcome(outcome, dry_run=dry_run, as_json=as_json)
