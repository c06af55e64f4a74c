"""What one way of filing costs, concluded from its rows and the rest of the record."""

from __future__ import annotations

import re
from datetime import date

from bot.catalogue.derive import fee_words as words
from bot.catalogue.derive.fee_dates import paired
from bot.catalogue.derive.fee_row import FeeContext, read_row
from bot.catalogue.derive.raw import RawChannel, RawFee, RawProcedure
from bot.catalogue.derive.setter import lasting_setter
from bot.catalogue.model import Amount, Fee, FeeKind, FeeType

_FEE_IN_NOTE = re.compile(r"(?:Phí|Lệ phí|Phí, lệ phí)\b[^:]{0,30}:.*", re.DOTALL)


def derive_fee(channel: RawChannel, elsewhere: str | None, asof: str) -> Fee:
    """The fee of `channel`; amounts that ended before `asof` (a month) are left out.

    `elsewhere` is what `speaks_elsewhere` found for the whole record.
    """
    context = FeeContext(channel=channel.kind, elsewhere=elsewhere)
    rows = [read_row(row, context) for row in channel.fees]
    if not rows:
        rows = [_from_note(channel, context)]
    return without_ended(_combine(rows), date.fromisoformat(f"{asof}-01"))


def speaks_elsewhere(raw: RawProcedure) -> str | None:
    """The first field outside a bare zero that speaks of a fee, in Vietnamese."""
    fields = (
        ("các bước thực hiện", raw.steps),
        ("điều kiện thực hiện", raw.conditions),
        ("ghi chú của cách nộp", "\n".join(channel.note for channel in raw.channels)),
        ("thành phần hồ sơ", "\n".join(f"{paper.case} {paper.name}" for paper in raw.papers)),
        ("căn cứ pháp lý", "\n".join(raw.law)),
    )
    if any(_says_something(fee) for channel in raw.channels for fee in channel.fees):
        return "một dòng khác của mục phí"
    return next((name for name, text in fields if words.speaks_of_fee(text)), None)


def without_ended(fee: Fee, today: date) -> Fee:
    """`fee` without the amounts whose last day lies before `today`."""
    kept = tuple(a for a in fee.amounts if a.end is None or a.end >= today)
    if len(kept) == len(fee.amounts):
        return fee
    setter = lasting_setter(fee.set_by)
    if kept:
        return fee.model_copy(update={"amounts": kept, "set_by": setter})
    return fee.model_copy(
        update={
            "kind": FeeKind.SET_ELSEWHERE if setter else FeeKind.UNKNOWN,
            "amounts": (),
            "set_by": setter,
            "reason": "mức thu ghi trong nguồn đã hết thời hạn áp dụng",
        }
    )


def _says_something(fee: RawFee) -> bool:
    text = words.bare(fee.text)
    if fee.value:
        return True
    return bool(text) and text != "0" and not words.says_none(text)


def _from_note(channel: RawChannel, context: FeeContext) -> Fee:
    """Some records leave the fee empty and write it into the note."""
    match = _FEE_IN_NOTE.search(channel.note)
    empty = Fee(kind=FeeKind.UNKNOWN, reason="nguồn để trống")
    if match is None:
        return empty
    fee = read_row(RawFee(None, match[0]), context)
    if fee.kind not in (FeeKind.KNOWN, FeeKind.SET_ELSEWHERE):
        return empty
    return fee.model_copy(update={"reason": f"đọc từ ghi chú của cách nộp: {fee.reason}"})


def _combine(rows: list[Fee]) -> Fee:
    """One fee out of several rows: what is known is said, and nothing is free by omission."""
    for kind in (FeeKind.KNOWN, FeeKind.SET_ELSEWHERE, FeeKind.UNKNOWN):
        chosen = [row for row in rows if row.kind is kind]
        if chosen:
            return _merge(chosen, rows)
    return rows[0]


def _merge(chosen: list[Fee], rows: list[Fee]) -> Fee:
    types = {row.type for row in chosen}
    setters = dict.fromkeys(row.set_by for row in chosen if row.set_by)
    reasons = dict.fromkeys(row.reason for row in chosen)
    return Fee(
        kind=chosen[0].kind,
        amounts=paired(_unique(chosen)),
        usd=tuple(dict.fromkeys(usd for row in rows for usd in row.usd)),
        set_by="; ".join(setters) or None,
        type=types.pop() if len(types) == 1 else FeeType.OTHER,
        exempt=tuple(dict.fromkeys(group for row in chosen for group in row.exempt)),
        reason="; ".join(reasons),
    )


def _unique(rows: list[Fee]) -> tuple[Amount, ...]:
    """Amounts of all rows, once each; a bare one that another row explains is dropped."""
    amounts = list(dict.fromkeys(amount for row in rows for amount in row.amounts))
    explained = {a.dong for a in amounts if a.what or a.per}
    bare = [a for a in amounts if not (a.what or a.per or a.start or a.end)]
    return tuple(a for a in amounts if a not in bare or a.dong not in explained)
