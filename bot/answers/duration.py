"""How long it takes: a number only with its unit."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.aspect import HEADING, Aspect
from bot.answers.channels import group, kinds, open_channels
from bot.answers.grouped import told
from bot.answers.piece import Item, Part, Section
from bot.answers.words import HOTLINE, tidy, upper_first
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import Channel, ChannelKind, Procedure, TimeKind, TimeLimit, TimeUnit
from bot.catalogue.rules import SameDayRule, same_day

UNITS: dict[TimeUnit, str] = {
    TimeUnit.HOUR: "giờ",
    TimeUnit.WORKING_DAY: "ngày làm việc",
    TimeUnit.DAY: "ngày",
    TimeUnit.MONTH: "tháng",
    TimeUnit.YEAR: "năm",
}
_DAYS = {TimeUnit.HOUR: 1 / 8, TimeUnit.WORKING_DAY: 1.4, TimeUnit.MONTH: 30, TimeUnit.YEAR: 365}
UNKNOWN = "danh mục chưa ghi rõ thời hạn"
DEPENDS = "tùy từng trường hợp"
_SLIP = f"Ngày trả kết quả ghi trên giấy hẹn. Cần biết trước, vui lòng gọi {HOTLINE}."

Row = tuple[int, Channel]


def duration(procedure: Procedure, local: LocalStatus) -> Part:
    """Hanoi's own limit and the statutory same-day rule go before the national record."""
    if local.time_note:
        return _single(tidy(local.time_note), "local.time_note")
    if rule := same_day(procedure.code):
        return _single(_same_day(rule), "rule.same_day")
    rows = open_channels(procedure, local)
    if not any(row.time.kind is not TimeKind.UNKNOWN for _, row in rows):
        spoken = ("Danh mục chưa ghi rõ thời hạn.", f"Gọi {HOTLINE} để hỏi.")
        return Part(Aspect.TIME, UNKNOWN, (), spoken, after=(_SLIP,))
    read = [(kind, line) for kind in kinds(rows) for line in _lines(_of(kind, rows))]
    heard = [(kind, _range(_of(kind, rows))) for kind in kinds(rows)]
    known = any(row.time.kind is TimeKind.KNOWN for _, row in rows)
    return told(Aspect.TIME, group(read), group(heard), () if known else (_SLIP,))


def phrase(limit: TimeLimit) -> str:
    """A time limit in words; never a number without its unit."""
    if limit.kind is TimeKind.KNOWN and limit.value and limit.unit:
        return f"{limit.value} {UNITS[limit.unit]}"
    return DEPENDS if limit.kind is TimeKind.DEPENDS else UNKNOWN


def quickest(procedures: Sequence[tuple[Procedure, LocalStatus]]) -> int | None:
    """Position of the one whose longest limit is shorter than every limit of the others.

    None where that is not certain: a limit is unknown, or counted in other units, or they overlap.
    """
    spans = [_span(procedure, local) for procedure, local in procedures]
    known = [span for span in spans if span]
    if len(known) < len(spans) or len({unit for _, _, unit in known}) > 1:
        return None
    at = min(range(len(known)), key=lambda position: known[position][1])
    others = (shortest for position, (shortest, _, _) in enumerate(known) if position != at)
    return at if all(known[at][1] < shortest for shortest in others) else None


def _span(procedure: Procedure, local: LocalStatus) -> tuple[int, int, TimeUnit] | None:
    """Shortest and longest limit, where all ways of filing have one and in the same unit."""
    if local.time_note or same_day(procedure.code):
        return None
    limits = [row.time for _, row in open_channels(procedure, local)]
    values = [limit.value for limit in limits if limit.kind is TimeKind.KNOWN and limit.value]
    units = {limit.unit for limit in limits if limit.unit}
    if not values or len(values) < len(limits) or len(units) > 1:
        return None
    return min(values), max(values), units.pop()


def _same_day(rule: SameDayRule) -> str:
    return (
        "trong ngày nhận hồ sơ; "
        f"nhận sau {rule.cutoff.hour} giờ thì trả vào ngày làm việc tiếp theo"
    )


def _single(text: str, source: str) -> Part:
    item = Item(text, source)
    sections = (Section(HEADING[Aspect.TIME], (item,), said=True),)
    return Part(
        Aspect.TIME,
        text,
        sections,
        tuple(f"{upper_first(clause)}." for clause in f"thời hạn: {text}".split("; ")),
    )


def _of(kind: ChannelKind, rows: Sequence[Row]) -> list[Row]:
    return [(at, row) for at, row in rows if row.kind is kind]


def _lines(rows: list[Row]) -> list[Item]:
    """One line when all rows agree; else one per named case and a range for the rest."""
    if len({phrase(row.time) for _, row in rows}) == 1:
        return [_range(rows)]
    named = [
        Item(f"{row.case}: {phrase(row.time)}", f"channels[{at}].time, channels[{at}].case")
        for at, row in rows
        if row.case
    ]
    plain = [(at, row) for at, row in rows if not row.case]
    return named + ([_range(plain)] if plain else [])


def _range(rows: list[Row]) -> Item:
    source = ", ".join(f"channels[{at}].time" for at, _ in rows)
    limits = [row.time for _, row in rows]
    known = {(t.unit, t.value) for t in limits if t.kind is TimeKind.KNOWN}
    units = {unit for unit, _ in known if unit}
    if len(known) > 1 and len(units) == 1:
        values = [value for _, value in known if value]
        text = f"từ {min(values)} đến {max(values)} {UNITS[units.pop()]}, {DEPENDS}"
        return Item(text, source)
    phrases = list(dict.fromkeys(phrase(limit) for limit in limits))
    if len(known) > 2:
        ordered = sorted((t for t in limits if t.kind is TimeKind.KNOWN), key=_length)
        return Item(f"từ {phrase(ordered[0])} đến {phrase(ordered[-1])}, {DEPENDS}", source)
    if len(phrases) > 1:
        phrases = [text for text in phrases if text not in (DEPENDS, UNKNOWN)]
        return Item(f"{' hoặc '.join(phrases)}, {DEPENDS}", source)
    return Item(phrases[0], source)


def _length(limit: TimeLimit) -> float:
    """Days, good enough to tell the shorter limit from the longer."""
    return (limit.value or 0) * _DAYS.get(limit.unit or TimeUnit.DAY, 1.0)
