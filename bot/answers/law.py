"""The legal basis: numbers of texts, grouped by kind from the highest down."""

from __future__ import annotations

from bot.answers.aspect import HEADING, Aspect
from bot.answers.piece import Item, Part, Section
from bot.answers.words import HOTLINE, ear, lower_first, tidy, upper_first
from bot.catalogue.model import LegalText, Procedure

_RANK = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định")
_OTHER = "Văn bản"
_UNKNOWN = "danh mục chưa ghi văn bản pháp luật"


def law(procedure: Procedure) -> Part:
    """One line per kind of text, each text by its number."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for at, text in enumerate(procedure.legal_basis):
        if name := _name(text):
            groups.setdefault(upper_first(tidy(text.kind or _OTHER)), []).append((at, name))
    if not groups:
        after = (f"Vui lòng gọi {HOTLINE} để được trả lời chắc chắn.",)
        spoken = (f"{upper_first(_UNKNOWN)}.",)
        return Part(Aspect.LAW, _UNKNOWN, (), spoken, after=after)
    items = tuple(_item(kind, groups[kind]) for kind in sorted(groups, key=_rank))
    count = sum(len(texts) for texts in groups.values())
    spoken = tuple(_aloud(kind, groups[kind]) for kind in sorted(groups, key=_rank)[:3])
    opening = f"Có {count} văn bản."
    sections = (Section(HEADING[Aspect.LAW], items),)
    return Part(Aspect.LAW, f"{count} văn bản", sections, (opening, *spoken))


def _name(text: LegalText) -> str:
    return tidy(text.number or text.title or "")


def _item(kind: str, texts: list[tuple[int, str]]) -> Item:
    names = list(dict.fromkeys(name for _, name in texts))
    source = ", ".join(f"legal_basis[{at}]" for at, _ in texts)
    if kind != _OTHER and all(name.lower().startswith(kind.lower()) for name in names):
        return Item("; ".join(names), source)
    return Item(f"{kind}: {'; '.join(names)}", source)


def _aloud(kind: str, texts: list[tuple[int, str]]) -> str:
    name = texts[0][1]
    if any(char.isdigit() for char in name):
        more = f", và {len(texts) - 1} văn bản khác" if len(texts) > 1 else ""
        return f"{kind} số {name}{more}."
    return f"{upper_first(ear(name, 14))}."


def _rank(kind: str) -> tuple[int, str]:
    for at, name in enumerate(_RANK):
        if kind.startswith(name):
            return at, kind
    return len(_RANK), lower_first(kind)
