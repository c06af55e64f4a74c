"""Patterns of the entity ruler, from facts in data/ and the words in words.yml beside this file."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import yaml

from bot.nlu.ruler import EXACT
from bot.text.fold import fold

Pattern = dict[str, str]
_PREFIXES = {"phường": ("phuong", "p", "ph"), "xã": ("xa", "x"), "thị trấn": ("thi tran", "tt")}


def all_patterns(words: Path, data: Path) -> list[Pattern]:
    """Every pattern, each (label, folded words) once; the first in order wins.

    Args:
        words: the YAML file of hand-written words.
        data: the data folder (`places/wards.csv`, `catalogue/procedures/*.jsonl`).
    """
    patterns: dict[tuple[str, str], Pattern] = {}
    everything = [
        *_from_words(words),
        *_wards(data / "places" / "wards.csv"),
        *_agencies(data / "catalogue" / "procedures"),
    ]
    for pattern in everything:
        patterns.setdefault((pattern["label"], pattern["pattern"]), pattern)
    return list(patterns.values())


def _pattern(label: str, text: str, value: str) -> Pattern:
    return {"label": label, "pattern": fold(text), "id": value}


def _from_words(path: Path) -> Iterator[Pattern]:
    """`{label: {value: [words, …]}}`; a list instead of the mapping means value = words."""
    for label, values in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        if isinstance(values, list):
            values = {value: [value] for value in values}
        for value, spellings in values.items():
            for spelling in spellings:
                yield _pattern(label, spelling, value)


def _wards(path: Path) -> Iterator[Pattern]:
    """New and former units: with their prefix in any spelling, bare only as really spelled."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    names = [row["name"] for row in rows]
    names += [name.strip() for row in rows for name in row["legacy"].split(";") if name.strip()]
    for name in dict.fromkeys(names):
        kind, bare = _split(name)
        for prefix in _PREFIXES[kind]:
            yield _pattern("ward", f"{prefix} {bare}", name)
        if " " in bare:  # a bare single syllable ("Láng") is too often something else
            yield _pattern("ward", bare, f"{name}{EXACT}")


def _split(name: str) -> tuple[str, str]:
    for kind in _PREFIXES:
        if name.lower().startswith(f"{kind} "):
            return kind, name[len(kind) + 1 :]
    raise ValueError(f"neither ward nor commune nor town: {name}")


def _agencies(folder: Path) -> Iterator[Pattern]:
    """Ministries as the catalogue names them; none when there is no catalogue yet."""
    agencies: set[str] = set()
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            agencies.update(json.loads(line).get("agency") or "" for line in lines)
    for agency in sorted(agencies - {""}):
        yield _pattern("agency", agency, agency)
