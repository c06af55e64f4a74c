"""What a source says about one procedure, before anything is derived from it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.catalogue.model import ChannelKind, Flags

NO_FLAGS = Flags()


@dataclass(frozen=True)
class RawFee:
    value: int | None  # the number beside the text; often 0 or without its thousands
    text: str
    in_usd: bool = False


@dataclass(frozen=True)
class RawChannel:
    kind: ChannelKind
    time: str  # "5 ngày làm việc", "1", ""
    fees: tuple[RawFee, ...]
    note: str = ""


@dataclass(frozen=True)
class RawPaper:
    case: str
    name: str
    originals: int = 0
    copies: int = 0
    forms: tuple[str, ...] = ()


@dataclass(frozen=True)
class RawProcedure:
    code: str
    title: str
    field: str
    asof: str
    levels: str  # "Cấp bộ, Cấp tỉnh"
    agency: str = ""
    implementers: str = ""
    channels: tuple[RawChannel, ...] = ()
    papers: tuple[RawPaper, ...] = ()
    results: tuple[str, ...] = ()
    law: tuple[str, ...] = ()  # "Luật Hộ tịch (60/2014/QH13)"
    applicants: tuple[str, ...] = ()
    decision: str = ""
    flags: Flags = NO_FLAGS
    url: str = ""
    sources: tuple[str, ...] = ()
    steps: str = ""
    conditions: str = ""
