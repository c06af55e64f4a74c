"""Which other province a matter is to be done in, where the text says so."""

from __future__ import annotations

import re
from functools import cache

from bot.settings import settings
from bot.text.fold import fold

# Folded. Where one was born, comes from or has the papers of is not where one asks to do it.
_THERE = r"(?:o|tai|ben|tinh|thanh pho|tp|trong|ngoai|duoi|tren)"
_FROM = re.compile(
    r"(?:\b(?:que|goc|(?<!khai )sinh|tu|nguoi|ho khau|chuyen|roi)(?: \w+){0,2}"
    r"|\b(?:(?<!dang ky )thuong tru|cap|de|ra|ve)) (?:o |tai |tinh |tp )?$"
)


def done_in(text: str) -> str | None:
    """The province that `text` says the matter is done in: "Đà Nẵng"; None when Hanoi is named."""
    folded = fold(text)
    if re.search(r"\b(?:ha noi|hn|thu do)\b", folded):
        return None
    named = _pattern().finditer(folded)
    return next(
        (_names()[m["name"]] for m in named if not _FROM.search(folded[: m.start("name")])), None
    )


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"\b{_THERE} (?:tinh |thanh pho |tp )?(?P<name>{'|'.join(longest_first)})\b")


@cache
def _names() -> dict[str, str]:
    """The names as they are written, by how they are folded."""
    path = settings().data_dir / "places" / "provinces.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    names = [line for line in lines if line and not line.startswith("#")]
    return {fold(name): name for name in names}
