"""What only shows when all procedures are seen together."""

from __future__ import annotations

from collections import defaultdict

from bot.catalogue.model import Procedure
from bot.text.fold import fold


def with_same_titles(procedures: dict[str, Procedure]) -> dict[str, Procedure]:
    """Each procedure with the codes of the others of the same title, sorted by code.

    Capitals, punctuation and a leading "Thủ tục" make no difference between titles.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for code in sorted(procedures):
        groups[_key(procedures[code].title)].append(code)
    return {
        code: procedures[code].model_copy(
            update={"same_title": tuple(c for c in codes if c != code)}
        )
        for codes in groups.values()
        for code in codes
    }


def _key(title: str) -> str:
    return fold(title).removeprefix("thu tuc ")
