"""Rules of statute, by who sets a fee and by the day that is asked about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from bot.catalogue.model import Amount, Fee, FeeKind, FeeType, Procedure
from bot.catalogue.rules import OnlineFee, fee_on, online_fee, same_day

TODAY = date(2026, 7, 20)
Get = Callable[[str], Procedure]


def fee(set_by: str | None = None, type_: FeeType = FeeType.OTHER) -> Fee:
    kind = FeeKind.SET_ELSEWHERE if set_by else FeeKind.UNKNOWN
    return Fee(kind=kind, set_by=set_by, type=type_, reason="test")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (fee("Hội đồng nhân dân cấp tỉnh", FeeType.FEE), OnlineFee.ZERO),
        (fee("Bộ Tài chính"), OnlineFee.REFUNDED),
        (fee("Thông tư 85/2019/TT-BTC"), OnlineFee.REFUNDED),
        (fee("Thông tư 10/2024/TT-BTC", FeeType.APPRAISAL), OnlineFee.EXCLUDED),
        (fee("Hội đồng nhân dân cấp tỉnh", FeeType.APPRAISAL), OnlineFee.EXCLUDED),
        (fee("pháp luật về phí và lệ phí"), OnlineFee.DEPENDS),
        (fee("Ủy ban nhân dân cấp tỉnh"), OnlineFee.DEPENDS),
        (fee(None), OnlineFee.DEPENDS),
        (Fee(kind=FeeKind.NONE, reason="test"), OnlineFee.FREE),
    ],
)
def test_online_fee_follows_who_sets_it(get: Get, given: Fee, expected: OnlineFee) -> None:
    assert online_fee(get("1.001193"), given, TODAY).kind is expected


def test_the_rule_names_its_source_and_leaves_the_counter_out(get: Get) -> None:
    rule = online_fee(get("1.000110"), get("1.000110").channels[0], TODAY)
    assert rule.source == "Nghị quyết 77/2025/NQ-HĐND"
    assert rule.sentence
    assert "tại quầy" in rule.sentence


def test_before_its_first_day_the_rule_is_silent(get: Get) -> None:
    given = fee("Hội đồng nhân dân cấp tỉnh")
    before = online_fee(get("1.001193"), given, date(2025, 12, 31))
    assert (before.kind, before.sentence) == (OnlineFee.NOT_YET, None)
    assert online_fee(get("1.001193"), given, date(2026, 1, 1)).kind is OnlineFee.ZERO


def test_rows_with_an_appraisal_fee_among_others_are_not_promised_a_refund(get: Get) -> None:
    amounts = (Amount(dong=1, type=FeeType.APPRAISAL), Amount(dong=2, type=FeeType.FEE))
    mixed = Fee(kind=FeeKind.KNOWN, amounts=amounts, set_by="Thông tư 1/2020/TT-BTC", reason="t")
    assert online_fee(get("1.001193"), mixed, TODAY).kind is OnlineFee.DEPENDS


def test_the_rule_is_not_baked_into_the_record(get: Get) -> None:
    for row in get("1.000110").channels:
        assert row.fee.kind is FeeKind.SET_ELSEWHERE
        assert row.fee.amounts == ()


def test_fee_changes_with_the_day(get: Get) -> None:
    given = get("1.000688").channels[0].fee  # 800.000, halved until the end of 2026
    assert [a.dong for a in fee_on(given, TODAY).amounts] == [400_000, 100_000]
    assert [a.dong for a in fee_on(given, date(2027, 1, 1)).amounts] == [800_000, 100_000]


def test_a_fee_that_has_ended_is_unknown_again(get: Get) -> None:
    given = next(c.fee for c in get("1.001432").channels if c.fee.amounts and c.fee.amounts[0].end)
    later = fee_on(given, date(2027, 1, 1))
    assert later.amounts == ()
    assert later.kind is FeeKind.SET_ELSEWHERE
    assert later.set_by == "Bộ Tài chính"


def test_a_fee_that_has_not_begun_is_not_said() -> None:
    future = Fee(
        kind=FeeKind.KNOWN, amounts=(Amount(dong=5000, start=date(2027, 1, 1)),), reason="test"
    )
    assert fee_on(future, TODAY).kind is FeeKind.UNKNOWN


def test_same_day_procedures(get: Get) -> None:
    for code in ("2.000908", "2.000635"):
        rule = same_day(code)
        assert rule is not None
        assert rule.cutoff == time(15, 0)
    assert same_day("1.001193") is None
