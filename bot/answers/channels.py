"""Ways of filing: which are open to the citizen, and what they have in common."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.piece import Group, Item
from bot.answers.words import listing, upper_first
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import Channel, ChannelKind, Procedure

NAMES: dict[ChannelKind, str] = {
    ChannelKind.ONLINE: "trực tuyến",
    ChannelKind.COUNTER: "trực tiếp",
    ChannelKind.POST: "bưu chính",
}
_ORDER = tuple(NAMES)


def online_only(local: LocalStatus) -> bool:
    """Hanoi takes this procedure online and no other way."""
    return local.service_level == "online_only"


def open_channels(procedure: Procedure, local: LocalStatus) -> list[tuple[int, Channel]]:
    """The rows that may be told, with their index: nobody is sent to a closed counter."""
    rows = list(enumerate(procedure.channels))
    if online_only(local):
        return [(at, row) for at, row in rows if row.kind is ChannelKind.ONLINE]
    if procedure.flags.counter_only:
        return [(at, row) for at, row in rows if row.kind is not ChannelKind.ONLINE]
    return rows


def kinds(rows: Iterable[tuple[int, Channel]]) -> list[ChannelKind]:
    """The distinct ways of filing in the order in which they are told."""
    present = {row.kind for _, row in rows}
    return [kind for kind in _ORDER if kind in present]


def group(rows: Iterable[tuple[ChannelKind, Item]]) -> list[Group]:
    """Put ways of filing together for which the same lines hold.

    Lines with the same words are said once and keep every source.
    """
    lines: dict[ChannelKind, dict[str, list[str]]] = {kind: {} for kind in _ORDER}
    for kind, item in rows:
        lines[kind].setdefault(item.text, []).append(item.source)
    alike: dict[tuple[str, ...], list[ChannelKind]] = {}
    for kind in _ORDER:
        if lines[kind]:
            alike.setdefault(tuple(sorted(lines[kind])), []).append(kind)
    return [_group(members, lines) for members in alike.values()]


def _group(members: list[ChannelKind], lines: dict[ChannelKind, dict[str, list[str]]]) -> Group:
    label = upper_first(listing([NAMES[kind] for kind in members]))
    items = []
    for text in lines[members[0]]:
        sources = [source for kind in members for source in lines[kind][text]]
        items.append(Item(text, ", ".join(dict.fromkeys(sources))))
    return Group(label, tuple(items))
