"""`motcua words …`: for those who write people's words."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.catalogue.files import slug
from bot.catalogue.store import load_catalogue
from bot.catalogue.words import asked_most, load_words
from bot.catalogue.words_check import problems

app = typer.Typer(no_args_is_help=True, help="People's words for procedures.")


@app.command()
def check(
    fields: Annotated[list[str] | None, typer.Argument(help="File names without .jsonl.")] = None,
) -> None:
    """Say which entries break a rule, and which procedures have no words yet."""
    procedures = load_catalogue().procedures
    words = load_words()
    wanted = {c for c, p in procedures.items() if not fields or slug(p.field) in fields}
    found = [p for p in problems(words, procedures, asked_most()) if _concerns(p, wanted)]
    found += [f"{code}: no words yet" for code in sorted(wanted - set(words))]
    for problem in found:
        typer.echo(problem)
    phrasings = sum(len(words[code].phrasings) for code in wanted & set(words))
    typer.echo(f"{len(wanted & set(words))} of {len(wanted)} procedures, {phrasings} phrasings")
    raise typer.Exit(1 if found else 0)


@app.command("list")
def list_(field: str) -> None:
    """Print what a writer needs of each procedure of a field."""
    for code, procedure in sorted(load_catalogue().procedures.items()):
        if slug(procedure.field) != field:
            continue
        levels = "/".join(level.value for level in procedure.levels)
        who = ", ".join(a.value for a in procedure.applicants)
        results = "; ".join(procedure.results)[:120]
        typer.echo(f"{code} | {procedure.title} | {levels} | {who} | {results}")


def _concerns(problem: str, wanted: set[str]) -> bool:
    return any(code.strip(" ,") in wanted for code in problem.split(":")[0].split(","))
