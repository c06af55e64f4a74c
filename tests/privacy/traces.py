"""Looks for numbers in all that was written: files, tables, logs; however spelt or escaped."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from bench.redaction.messages import Personal
from bench.redaction.numbers import bare
from bot.text.number_words import digits_of

SURE = 9  # digits of a number that stands nowhere by chance
# Times, names and confidences: their digits would be joined with those beside them.
_BY_MACHINES = re.compile(
    r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d|(?:web|shell)-[0-9a-f]{32}|[0-9a-f]{32,}"
    r"|(?<![\w.])\d+\.\d{5,}(?:e-?\d+)?(?![\w.])"
)
SHORTEST = 7  # signs of a spelling that is looked for as it is: "1980" stands in many places


class Sought:
    """Texts to look for, found by their first signs: thousands of them in one pass.

    Args:
        texts: none is shorter than `width`.
    """

    def __init__(self, texts: Iterable[str], width: int) -> None:
        self._width = width
        self._by_start: defaultdict[str, set[str]] = defaultdict(set)
        for text in texts:
            self._by_start[text[:width]].add(text)

    def found_in(self, text: str) -> Iterator[str]:
        for at in range(len(text) - self._width + 1):
            for sought in self._by_start.get(text[at : at + self._width], ()):
                if text.startswith(sought, at):
                    yield sought


def traces(messages: list[Personal], folders: list[Path], since: float) -> list[str]:
    """Where something of the messages' numbers was found; files older than `since` are left out."""
    spelt = Sought((form for message in messages for form in forms(message)), SHORTEST)
    raw = (digits_of(message.raw) for message in messages)
    digits = Sought((number for number in raw if len(number) >= SURE), SURE)
    found: list[str] = []
    seen: set[str] = set()
    for place, text in written(folders, since):
        if text not in seen:
            seen.add(text)
            found += [f"{place}: {form}" for form in spelt.found_in(bare(text).lower())]
            for piece in _BY_MACHINES.split(text):
                run = digits_of(piece)
                found += [f"{place}: {number}, digits" for number in digits.found_in(run)]
    return found


def forms(message: Personal) -> Iterator[str]:
    """What may be found of a number: as typed, as in JSON, as in an address; in small letters."""
    for text in {message.raw, message.spelt}:
        if len(text) >= SHORTEST:
            yield bare(text).lower()
            yield json.dumps(text)[1:-1].lower()
            yield quote(text).lower()


def written(folders: list[Path], since: float) -> Iterator[tuple[str, str]]:
    """(place, text) of every file in the folders and of every cell of every table."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.stat().st_mtime >= since:
                raw = path.read_bytes()
                if raw.startswith(b"SQLite format 3"):
                    yield from _cells(path)
                # The free pages of a database and its log keep what was once in it.
                for text in re.findall(rb"[^\x00-\x08\x0e-\x1f]{7,}", raw):
                    yield path.name, text.decode(errors="replace")


def _cells(path: Path) -> Iterator[tuple[str, str]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in database.execute(f'SELECT * FROM "{table}"'):
                for cell in row:
                    yield f"{path.name}, {table}", _unescaped(str(cell))


def _unescaped(cell: str) -> str:
    try:
        return json.dumps(json.loads(cell), ensure_ascii=False)
    except ValueError:
        return cell
