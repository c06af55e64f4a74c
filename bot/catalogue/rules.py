"""Rules of statute that change an answer, applied when it is made and never stored."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from bot.catalogue.derive.fee import without_ended
from bot.catalogue.derive.setter import COUNCIL, FINANCE
from bot.catalogue.local import load_city_rules
from bot.catalogue.model import Channel, Fee, FeeKind, FeeType, Procedure, Record


class OnlineFee(StrEnum):
    FREE = "free"  # the procedure costs nothing anyway
    ZERO = "zero"  # set by the People's Council: 0 đồng online
    REFUNDED = "refunded"  # set by the Ministry of Finance: refunded in full
    EXCLUDED = "excluded"  # an appraisal fee: paid as at the counter
    DEPENDS = "depends"  # who sets the fee is not known
    NOT_YET = "not_yet"  # before the rule's first day


class FeeRule(Record):
    """What filing online changes about a fee.

    Attributes:
        kind: which part of the resolution holds.
        source: the resolution, for the answer to name; None where no rule is applied.
        start: its first day.
        sentence: what to tell people, one Vietnamese sentence; None where nothing is to say.
    """

    kind: OnlineFee
    source: str | None = None
    start: date | None = None
    sentence: str | None = None


class SameDayRule(Record):
    """Done the same day, or the next working day when received after `cutoff`."""

    cutoff: time
    source: str


def fee_on(fee: Fee, today: date) -> Fee:
    """`fee` as it stands on `today`: ended and not yet started amounts are left out.

    Where no amount is left, the kind says so: set elsewhere, or unknown.
    """
    current = without_ended(fee, today)
    started = tuple(a for a in current.amounts if a.start is None or a.start <= today)
    if started or not current.amounts:
        return current.model_copy(update={"amounts": started})
    kind = FeeKind.SET_ELSEWHERE if fee.set_by else FeeKind.UNKNOWN
    reason = "mức thu ghi trong nguồn chưa đến ngày áp dụng"
    return current.model_copy(update={"kind": kind, "amounts": (), "reason": reason})


def online_fee(procedure: Procedure, channel: Channel | Fee, today: date) -> FeeRule:
    """What the resolution on online fees makes of a fee.

    The rule follows who sets the fee; where the source does not say, neither do we.
    """
    fee = channel.fee if isinstance(channel, Channel) else channel
    rule = load_city_rules().online_fees
    if fee.kind is FeeKind.NONE:
        return FeeRule(kind=OnlineFee.FREE)
    if today < rule.start:
        return FeeRule(kind=OnlineFee.NOT_YET)
    kind = _kind(fee)
    return FeeRule(
        kind=kind,
        source=f"Nghị quyết {rule.resolution}",
        start=rule.start,
        sentence=f"{_SENTENCES[kind]} (Nghị quyết {rule.resolution}).",
    )


def same_day(code: str) -> SameDayRule | None:
    """The same-day rule of a procedure, None where it has none."""
    rule = load_city_rules().same_day
    return SameDayRule(cutoff=rule.cutoff, source=rule.source) if code in rule.codes else None


_SENTENCES = {
    OnlineFee.ZERO: "Nộp trực tuyến: lệ phí 0 đồng; nộp tại quầy không được áp dụng",
    OnlineFee.REFUNDED: "Nộp trực tuyến: được hoàn 100%, trừ phí thẩm định; nộp tại quầy thì không",
    OnlineFee.EXCLUDED: "Phí thẩm định không được miễn hay hoàn khi nộp trực tuyến",
    OnlineFee.DEPENDS: "Nộp trực tuyến có thể được miễn hoặc hoàn, tùy nơi quy định mức thu",
}


def _kind(fee: Fee) -> OnlineFee:
    if fee.type is FeeType.APPRAISAL:
        return OnlineFee.EXCLUDED
    if any(amount.type is FeeType.APPRAISAL for amount in fee.amounts):
        return OnlineFee.DEPENDS
    setter = fee.set_by or ""
    if setter == COUNCIL:
        return OnlineFee.ZERO
    if setter == FINANCE or setter.endswith("TT-BTC"):
        return OnlineFee.REFUNDED
    return OnlineFee.DEPENDS
