"""The gathered file: one crawled page of the national portal a line."""

from __future__ import annotations

import re

from bot.catalogue.derive.raw import RawChannel, RawFee, RawPaper, RawProcedure
from bot.catalogue.importers.fields import Json, flag, objects, part, text, texts
from bot.catalogue.importers.glued import (
    CHANNELS,
    glued_channels,
    glued_law,
    glued_papers,
    is_glued_law,
)
from bot.catalogue.model import Flags

_ROW = re.compile(r"(\d+) VNĐ \((.*?)\)?(?=\s*\|\s*\d+ VNĐ \(|$)", re.DOTALL)
_QUANTITY = re.compile(r"Bản chính:\s*(\d+)\D+Bản sao:\s*(\d+)")


def is_gathered(record: Json) -> bool:
    return "name" in record and "levels_portal" in record


def read_gathered(record: Json) -> RawProcedure:
    """One record of the gathered file.

    Raises:
        WrongType: a field has another type than the format says.
    """
    channels = tuple(_channel(row) for row in objects(record, "channels"))
    papers = tuple(_paper(item) for item in objects(record, "documents"))
    return RawProcedure(
        code=text(record, "code").strip(),
        title=text(record, "name"),
        field=text(record, "field"),
        asof=text(record, "asof"),
        levels=text(record, "levels_portal") or text(record, "level"),
        agency=text(record, "agency"),
        implementers=text(record, "implementer"),
        channels=channels or glued_channels(text(record, "channels_text")),
        papers=papers or glued_papers(text(record, "documents_text")),
        results=(text(record, "result"),),
        law=_law(texts(record, "legal_basis")),
        applicants=(text(record, "target"),),
        decision=text(record, "decision"),
        flags=_flags(part(record, "portal_flags")),
        url=text(record, "url"),
        sources=texts(record, "source"),
        steps=text(record, "steps"),
        conditions=text(record, "conditions"),
    )


def read_fees(cell: str) -> tuple[RawFee, ...]:
    """The rows of a fee cell: "500000 VNĐ (a) | 0 VNĐ ()"; a cell without a number is one text."""
    cell = cell.strip()
    if not cell:
        return ()
    rows = _ROW.findall(cell)
    if not rows:
        return (RawFee(None, cell),)
    return tuple(RawFee(int(value), words) for value, words in rows)


def _channel(row: Json) -> RawChannel:
    name = text(row, "channel")
    if name not in CHANNELS:
        raise ValueError(f"cách nộp “{name[:40]}” không có trong danh sách đã biết")
    return RawChannel(
        kind=CHANNELS[name],
        time=text(row, "time"),
        fees=read_fees(text(row, "fee")),
        note=text(row, "note"),
    )


def _paper(item: Json) -> RawPaper:
    quantity = _QUANTITY.search(text(item, "qty"))
    originals, copies = (int(quantity[1]), int(quantity[2])) if quantity else (0, 0)
    form = text(item, "form")
    return RawPaper(
        case=text(item, "case"),
        name=text(item, "name"),
        originals=originals,
        copies=copies,
        forms=(form,) if form else (),
    )


def _law(items: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for i in items for part in (glued_law(i) if is_glued_law(i) else (i,)))


def _flags(flags: Json) -> Flags:
    return Flags(
        fully_online=flag(flags, "isFullProcess"),
        counter_only=flag(flags, "isOfflineOnly"),
        non_boundary=flag(flags, "isNonTerritorial"),
    )
