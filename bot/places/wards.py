"""The 126 wards, and which of them a text names (new or former, with or without diacritics)."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from bot.places.model import Ward
from bot.places.syllables import spelled
from bot.settings import settings
from bot.text.fold import fold, has_diacritics

WARDS_FILE = settings().data_dir / "places/wards.csv"
_KINDS = {"phường": "phuong", "xã": "xa", "thị trấn": "thi tran"}
_FORMER = re.compile(r"\b(cu|truoc day|truoc kia|ngay truoc|ten cu)\b")

# (kind of the unit, bare name with its marks, is it a unit of today?, the ward of today)
Entry = tuple[str, str, bool, Ward]


@cache
def load_wards(path: Path = WARDS_FILE) -> tuple[Ward, ...]:
    """Read the wards from `code,name,type,codename,legacy` (former names split by ";").

    Raises OSError or KeyError for a missing or wrong file.
    """
    with path.open(encoding="utf-8", newline="") as handle:
        return tuple(
            Ward(
                code=row["code"],
                name=row["name"],
                kind=row["type"],
                former=tuple(name.strip() for name in row["legacy"].split(";") if name.strip()),
            )
            for row in csv.DictReader(handle)
        )


def find_ward(text: str, path: Path = WARDS_FILE) -> list[Ward]:
    """Wards of today that the text can mean, in order of code; [] when it names none.

    A name of today wins over a former one, unless the text says "cũ". A former unit that was
    split gives every ward that took land from it.
    """
    folded = f" {fold(text)} "
    mentions = [
        _Mention(name, text, folded, entries)
        for name, entries in _names(path).items()
        if f" {name} " in folded
    ]
    if not mentions:
        return []
    best = max(mentions, key=lambda mention: mention.rank)
    if best.too_short:
        return []
    entries = best.entries
    today = [entry for entry in entries if entry[2]]
    former = [entry for entry in entries if not entry[2]]
    chosen = former if former and (not today or _FORMER.search(folded)) else today or former
    return sorted({entry[3] for entry in chosen}, key=lambda ward: ward.code)


@cache
def _names(path: Path) -> dict[str, list[Entry]]:
    """Folded bare name → what it can stand for."""
    names: dict[str, list[Entry]] = defaultdict(list)
    for ward in load_wards(path):
        names[fold(ward.bare)].append((ward.kind, ward.bare, True, ward))
        for former in ward.former:
            kind = next(kind for kind in _KINDS if former.lower().startswith(kind))
            bare = former[len(kind) :].strip()
            names[fold(bare)].append((kind, bare, False, ward))
    return dict(names)


class _Mention:
    """One name found in a text, with what it can stand for there."""

    def __init__(self, name: str, text: str, folded: str, entries: list[Entry]) -> None:
        said = [kind for kind, plain in _KINDS.items() if f" {plain} {name} " in folded]
        of_kind = [entry for entry in entries if entry[0] in said]
        marked = _marked(text, of_kind or entries)
        self.entries = marked or of_kind or entries
        # "phường Trung Hòa" names Trung Hòa, not Phương Trung: the kind before the name counts
        # first, then the diacritics, then the length.
        self.rank = (bool(said), bool(marked), len(name.split()), len(name))
        whole = has_diacritics(text) and fold(text) == name
        # One bare syllable ("láng", "bưởi") is a ward only behind "phường", or all that is said.
        self.too_short = " " not in name and not said and not whole


def _marked(text: str, entries: list[Entry]) -> list[Entry]:
    """With diacritics, "Sơn Đồng" is not "Sơn Đông"."""
    if not has_diacritics(text):
        return entries
    key = f" {spelled(text)} "
    return [entry for entry in entries if f" {spelled(entry[1])} " in key]
