"""People's words for each procedure (data/catalogue/words/<field>.jsonl).

A short name to offer and to say on the phone, and what people call the procedure in
everyday talk. Written by hand; `bot.catalogue.words_check` says what a file breaks.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import ValidationError

from bot.catalogue.errors import RefusedImport
from bot.catalogue.model import Record
from bot.settings import settings


class Words(Record):
    """The words of one procedure; a phrasing of two procedures needs `ambiguous_with` in both."""

    code: str
    short_name: str
    phrasings: tuple[str, ...]
    ambiguous_with: tuple[str, ...] = ()


def words_dir() -> Path:
    return settings().data_dir / "catalogue" / "words"


def read_words(folder: Path) -> dict[str, Words]:
    """All entries of a folder by code.

    Raises:
        RefusedImport: a line is not a valid entry, or a code comes twice; file and line are said.
    """
    found: dict[str, Words] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                words = Words.model_validate_json(line)
            except ValidationError as error:
                reason = error.errors()[0]["msg"]
                raise RefusedImport(f"{path.name}, dòng {number}: {reason}") from error
            if words.code in found:
                raise RefusedImport(f"{path.name}, dòng {number}: mã {words.code} đã có rồi.")
            found[words.code] = words
    return found


@cache
def load_words() -> dict[str, Words]:
    """The repository's words by code, read once."""
    return read_words(words_dir())


def asked_most() -> frozenset[str]:
    """The codes that people ask about most (data/catalogue/asked_most.txt, one a line)."""
    path = settings().data_dir / "catalogue" / "asked_most.txt"
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(line for line in lines if line)
