"""The legal basis: numbers of texts, grouped by kind from the highest down."""

from __future__ import annotations

from bot.answers.aspect import HEADING, Aspect
from bot.answers.piece import Item, Part, Section
from bot.answers.words import HOTLINE, listing, lower_first, tidy, upper_first
from bot.catalogue.model import LegalText, Procedure

_RANK = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định")
_OTHER = "Văn bản"
_UNKNOWN = "danh mục chưa ghi văn bản pháp luật"


def law(procedure: Procedure) -> Part:
    """One line per kind of text, each text by its number."""
    kinds: dict[str, list[tuple[int, LegalText]]] = {}
    for at, text in enumerate(procedure.legal_basis):
        if text.number or text.title:
            kinds.setdefault(upper_first(tidy(text.kind or _OTHER)), []).append((at, text))
    if not kinds:
        after = (f"Vui lòng gọi {HOTLINE} để được trả lời chắc chắn.",)
        return Part(Aspect.LAW, _UNKNOWN, (), (f"{upper_first(_UNKNOWN)}.",), after=after)
    order = sorted(kinds, key=_rank)
    items = tuple(item for kind in order for item in _items(kind, kinds[kind]))
    count = sum(map(len, kinds.values()))
    sections = (Section(HEADING[Aspect.LAW], items),)
    spoken = (f"Có {count} văn bản.", _aloud([(kind, len(kinds[kind])) for kind in order]))
    return Part(Aspect.LAW, f"{count} văn bản", sections, spoken)


def _items(kind: str, texts: list[tuple[int, LegalText]]) -> list[Item]:
    """Numbers of one kind on one line; a text known by its title only has a line of its own."""
    numbers = {tidy(text.number): at for at, text in texts if text.number}
    source = ", ".join(f"legal_basis[{at}]" for at in numbers.values())
    numbered = [Item(f"{kind}: {'; '.join(numbers)}", source)] if numbers else []
    return numbered + [
        Item(upper_first(tidy(text.title)), f"legal_basis[{at}]")
        for at, text in texts
        if text.title and not text.number
    ]


def _aloud(counts: list[tuple[str, int]]) -> str:
    told = [f"{count} {lower_first(kind)}" for kind, count in counts[:3]]
    return f"Trong đó có {listing(told)}."


def _rank(kind: str) -> tuple[int, str]:
    for at, name in enumerate(_RANK):
        if kind.startswith(name):
            return at, kind
    return len(_RANK), lower_first(kind)
