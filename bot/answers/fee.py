"""What is paid: per way of filing, with Hanoi's rule for online filing applied when read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answers.aspect import HEADING, Aspect
from bot.answers.channels import group, kinds, open_channels
from bot.answers.grouped import told
from bot.answers.piece import Item, Part, Section
from bot.answers.words import HOTLINE, day, dong, lower_first, tidy, upper_first
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import (
    Amount,
    Channel,
    ChannelKind,
    Fee,
    FeeKind,
    FeeType,
    Procedure,
    UsdAmount,
)
from bot.catalogue.rules import FeeRule, OnlineFee, fee_on, online_fee

NOTHING = "không thu phí, lệ phí"
UNKNOWN = "danh mục chưa ghi mức phí, lệ phí"
_ASK = f"Mức thu hiện hành: vui lòng gọi {HOTLINE} để hỏi trước khi nộp."
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_BY_CITY = "theo nghị quyết của Hà Nội"
_TYPES = {FeeType.FEE: "lệ phí ", FeeType.APPRAISAL: "phí thẩm định ", FeeType.OTHER: ""}

Row = tuple[int, Channel]


def fee(procedure: Procedure, local: LocalStatus, today: date) -> Part:
    """Amounts that hold today; what is unknown or set elsewhere is said so."""
    if local.fee_note:
        note = tidy(local.fee_note)
        sections = (Section(HEADING[Aspect.FEE], (Item(note, "local.fee_note"),), said=True),)
        return Part(Aspect.FEE, note, sections, (f"{note}.",))
    rows = [(at, _today(row, today)) for at, row in open_channels(procedure, local)]
    rule = _online_rule(procedure, rows, today)
    if all(_nothing_known(row.fee) for _, row in rows) and not _zero(rule):
        spoken = ("Danh mục chưa ghi mức phí.", f"Gọi {HOTLINE} để hỏi.")
        return Part(Aspect.FEE, UNKNOWN, (), spoken, after=(_ASK,))
    by_kind = {kind: _of(kind, rows) for kind in kinds(rows)}
    read = [(kind, line) for kind, own in by_kind.items() for line in _told(kind, own, rule)]
    heard = [(kind, _heard(kind, own, rule)) for kind, own in by_kind.items()]
    settled = all(row.fee.kind in (FeeKind.NONE, FeeKind.KNOWN) for _, row in rows)
    after = (rule.sentence,) if rule and rule.sentence and not _zero(rule) else ()
    part = told(Aspect.FEE, group(read), group(heard), after if settled else (*after, _ASK))
    until = _until(rows)
    said = (*part.spoken, *until, *(_BRACKETS.sub("", text) for text in after))
    brief = (part.brief or part.lead).replace(_BY_CITY, f"theo {rule.source}" if rule else "")
    if until and "đến hết" not in brief:
        brief += f"; {lower_first(until[0]).rstrip('.')}"
    return replace(part, sections=part.sections + _exempt(rows), spoken=said, brief=brief)


def _until(rows: list[Row]) -> tuple[str, ...]:
    """The last day of a running reduction, as a sentence of its own."""
    ends = {amount.end for _, row in rows for amount in row.fee.amounts if amount.end}
    return (f"Có mức áp dụng đến hết {day(max(ends))}.",) if ends else ()


def _nothing_known(fee: Fee) -> bool:
    return fee.kind is FeeKind.UNKNOWN and not fee.usd


def _exempt(rows: list[Row]) -> tuple[Section, ...]:
    """Who pays nothing, where the record says so."""
    people: dict[str, list[str]] = {}
    for at, row in rows:
        for nth, name in enumerate(row.fee.exempt):
            source = f"channels[{at}].fee.exempt[{nth}]"
            people.setdefault(upper_first(tidy(name)), []).append(source)
    items = tuple(Item(name, ", ".join(sources)) for name, sources in people.items())
    return (Section("Người không phải nộp", items),) if items else ()


def _today(row: Channel, today: date) -> Channel:
    """The row with the amounts that hold today; ended and coming ones are left out."""
    return row.model_copy(update={"fee": fee_on(row.fee, today)})


def amount_text(amount: Amount) -> str:
    """ "lệ phí 8.000 đồng/bản (cấp lại), áp dụng đến hết 31/12/2026"."""
    text = _TYPES[amount.type] + dong(amount.dong)
    text += f"/{tidy(amount.per)}" if amount.per else ""
    text += f" ({lower_first(tidy(amount.what))})" if amount.what else ""
    return text + (f", áp dụng đến hết {day(amount.end)}" if amount.end else "")


def _dollars(amount: UsdAmount) -> str:
    text = f"{amount.usd} đô la Mỹ"
    text += f"/{tidy(amount.per)}" if amount.per else ""
    what = tidy(amount.what or "")
    return text if not what or str(amount.usd) in what else f"{text} ({lower_first(what)})"


def _of(kind: ChannelKind, rows: Sequence[Row]) -> list[Row]:
    return [(at, row) for at, row in rows if row.kind is kind]


def _online_rule(procedure: Procedure, rows: list[Row], today: date) -> FeeRule | None:
    """What Hanoi's resolution makes of the online fee, where all online rows agree."""
    rules = [online_fee(procedure, row, today) for _, row in _of(ChannelKind.ONLINE, rows)]
    return rules[0] if len({rule.kind for rule in rules}) == 1 else None


def _zero(rule: FeeRule | None) -> bool:
    return rule is not None and rule.kind is OnlineFee.ZERO


def _told(kind: ChannelKind, rows: list[Row], rule: FeeRule | None) -> list[Item]:
    if kind is ChannelKind.ONLINE and rule and _zero(rule):
        sources = ["rule.online_fee", *(f"channels[{at}].fee" for at, _ in rows)]
        return [Item(f"{dong(0)} theo {rule.source}", ", ".join(sources))]
    return _lines(rows)


def _lines(rows: list[Row]) -> list[Item]:
    """The lines of one way of filing; the case is named only where it makes a difference."""
    own = [_row_lines(at, row.fee) for at, row in rows]
    if len({tuple(item.text for item in items) for items in own}) == 1:
        return [item for items in own for item in items]
    return [
        _with_case(item, at, row.case)
        for items, (at, row) in zip(own, rows, strict=True)
        for item in items
    ]


def _with_case(item: Item, at: int, case: str | None) -> Item:
    if not case:
        known = item.text != UNKNOWN
        return item if known else replace(item, text=f"Trường hợp khác: {UNKNOWN}")
    return Item(f"{upper_first(tidy(case))}: {item.text}", f"{item.source}, channels[{at}].case")


def _row_lines(at: int, fee: Fee) -> list[Item]:
    source = f"channels[{at}].fee"
    if fee.kind is FeeKind.KNOWN:
        return [Item(amount_text(amount), source) for amount in fee.amounts]
    return [Item(_dollars(amount), source) for amount in fee.usd] or [Item(_plain(fee), source)]


def _plain(fee: Fee) -> str:
    if fee.kind is FeeKind.NONE:
        return NOTHING
    who = tidy(fee.set_by or "")
    if fee.kind is FeeKind.SET_ELSEWHERE and who:
        by = f"theo {who}" if any(char.isdigit() for char in who) else f"do {who} quy định"
        return f"mức thu {by}; danh mục không ghi số tiền"
    return UNKNOWN


def _heard(kind: ChannelKind, rows: list[Row], rule: FeeRule | None) -> Item:
    """One short phrase for a way of filing: a range where there are several amounts."""
    source = ", ".join(f"channels[{at}].fee" for at, _ in rows)
    if kind is ChannelKind.ONLINE and _zero(rule):
        return Item(f"{dong(0)}, {_BY_CITY}", f"rule.online_fee, {source}")
    values = sorted({amount.dong for _, row in rows for amount in row.fee.amounts})
    mixed = any(not row.fee.amounts for _, row in rows)
    if len(values) == 1 and mixed:
        return Item(f"{dong(values[0])}, có trường hợp khác", source)
    if len(values) > 1:
        low = dong(values[0]).removesuffix(" đồng")
        return Item(f"từ {low} đến {dong(values[-1])}", source)
    if values:
        return Item(f"{dong(values[0])}", source)
    dollars = sorted({amount.usd for _, row in rows for amount in row.fee.usd})
    if dollars:
        span = f"{dollars[0]}" if len(dollars) == 1 else f"từ {dollars[0]} đến {dollars[-1]}"
        return Item(f"{span} đô la Mỹ", source)
    none = all(row.fee.kind is FeeKind.NONE for _, row in rows)
    return Item(NOTHING if none else "danh mục không ghi số tiền", source)
