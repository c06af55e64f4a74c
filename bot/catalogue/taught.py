"""Phrasings that editors taught the running assistant: var/taught/words.jsonl.

They lie over the repository's words and reach the index with its next build; the repository gets
them as a difference (`motcua learning export`). {code, phrasings: [..]} a line, sorted by code.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from bot.catalogue.words import Words, load_words
from bot.private import private_folder
from bot.settings import settings

Taught = dict[str, tuple[str, ...]]  # code → phrasings


def taught_path() -> Path:
    return settings().var_dir / "taught" / "words.jsonl"


def read_taught() -> Taught:
    """What is taught now; nothing where nobody taught anything."""
    path = taught_path()
    if not path.is_file():
        return {}
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["code"]: tuple(row["phrasings"]) for row in rows}


def write_taught(taught: Mapping[str, tuple[str, ...]]) -> None:
    """Written whole, then put in place."""
    path = taught_path()
    private_folder(path.parent)
    lines = [
        json.dumps({"code": code, "phrasings": list(phrasings)}, ensure_ascii=False)
        for code, phrasings in sorted(taught.items())
        if phrasings
    ]
    waiting = path.with_suffix(".new")
    waiting.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    waiting.replace(path)


def with_phrasing(taught: Taught, code: str, phrasing: str) -> Taught:
    return {**taught, code: (*taught.get(code, ()), phrasing)}


def without_phrasing(taught: Taught, code: str, phrasing: str) -> Taught:
    return {**taught, code: tuple(said for said in taught.get(code, ()) if said != phrasing)}


def words_with(taught: Taught) -> dict[str, Words]:
    """The repository's words and what is taught besides; a phrasing in both counts once.

    A code that the repository has no words of has no name to go by, and is left out.
    """
    words = dict(load_words())
    for code, more in taught.items():
        if code in words:
            phrasings = dict.fromkeys((*words[code].phrasings, *more))
            words[code] = words[code].model_copy(update={"phrasings": tuple(phrasings)})
    return words
