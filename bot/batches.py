"""Files of JSON lines that a command answers line by line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

Row = dict[str, Any]


def read_batch(path: Path, right: Callable[[Row], bool], expected: str) -> list[Row]:
    """All rows, read before any is answered; empty lines are left out.

    Args:
        path: `-` is standard input.
        right: whether a row has what the command needs; `expected` shows one that has.

    Raises:
        typer.Exit: with 2, after a line that says what is wrong.
    """
    try:
        content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        lines = content.decode("utf-8").splitlines()
    except OSError as error:
        raise _refused(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise _refused(f"{path} is no text in UTF-8") from None
    return [
        _row(line, right, f"line {number}: expected {expected}")
        for number, line in enumerate(lines, 1)
        if line.strip()
    ]


def _row(line: str, right: Callable[[Row], bool], problem: str) -> Row:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        raise _refused(problem) from None
    if not isinstance(row, dict) or not right(row):
        raise _refused(problem)
    return row


def _refused(problem: str) -> typer.Exit:
    typer.echo(problem, err=True)
    return typer.Exit(2)
