"""Taking over a file of cases: whole, or not at all unless told otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from bot.cases.imported import CaseRow, wrong
from bot.cases.registry import Entry, Registry
from bot.cases.rows import read_rows
from bot.catalogue.errors import Problem, RefusedImport

MAX_PROBLEMS = 20


@dataclass(frozen=True)
class Imported:
    """How many cases were written, and which rows were left out."""

    count: int
    skipped: tuple[Problem, ...] = ()


def import_cases(path: Path, registry: Registry, *, skip_bad: bool = False) -> Imported:
    """Write the file's cases into the registry, each in place of an older one with its code.

    The file is read twice, so that a large one needs little memory and holds no long transaction.

    Raises:
        RefusedImport: a row is wrong (with `skip_bad`: the file cannot be read).
    """
    problems = []
    for checked in _checked(path):
        if isinstance(checked, Problem):
            problems.append(checked)
            if not skip_bad and len(problems) >= MAX_PROBLEMS:
                break
    if problems and not skip_bad:
        raise RefusedImport(f"Tệp {path.name} có dòng sai.", tuple(problems))
    good = (checked for checked in _checked(path) if isinstance(checked, Entry))
    return Imported(registry.put(good), tuple(problems))


def _checked(path: Path) -> Iterator[Entry | Problem]:
    seen: set[str] = set()
    for line, values in read_rows(path):
        try:
            entry = CaseRow.model_validate(values).entry()
        except ValidationError as error:
            yield Problem(path.name, line, wrong(error))
            continue
        if entry.case.code in seen:
            yield Problem(path.name, line, f"mã {entry.case.code} xuất hiện lần thứ hai")
            continue
        seen.add(entry.case.code)
        yield entry
