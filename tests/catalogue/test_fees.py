"""Traps 1, 10 and 11: what a fee text says, and what it does not say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.catalogue.derive.fee_row import FeeContext, read_row
from bot.catalogue.derive.raw import RawFee
from bot.catalogue.model import ChannelKind, Fee, FeeKind, FeeType
from bot.catalogue.store import Catalogue

ONLINE, COUNTER, POST = ChannelKind.ONLINE, ChannelKind.COUNTER, ChannelKind.POST
FeeOf = Callable[[str, ChannelKind], Fee]


def read(value: int | None, text: str, *, elsewhere: str | None = None) -> Fee:
    return read_row(RawFee(value, text), FeeContext(COUNTER, elsewhere))


def test_birth_registration_is_not_called_free_because_its_steps_speak_of_a_fee(fee: FeeOf) -> None:
    found = fee("1.001193", COUNTER)
    assert found.kind is FeeKind.UNKNOWN
    assert "các bước thực hiện" in found.reason


def test_bare_zero_is_free_only_where_nothing_else_speaks_of_a_fee() -> None:
    assert read(0, "").kind is FeeKind.NONE
    assert read(0, "", elsewhere="điều kiện thực hiện").kind is FeeKind.UNKNOWN


@pytest.mark.parametrize("text", ["Không có", "Không", "Không có.", "Miễn lệ phí", "Không thu phí"])
def test_text_that_says_none_is_free(text: str) -> None:
    assert read(0, text).kind is FeeKind.NONE


@pytest.mark.parametrize("text", ["Không quy định", "Chưa quy định.", "chưa quy định", "Chưa có"])
def test_no_rule_said_is_not_free(text: str) -> None:
    assert read(0, text).kind is FeeKind.UNKNOWN


@pytest.mark.parametrize(
    ("text", "setter"),
    [
        ("do Ủy ban nhân dân cấp tỉnh quy định.", "Ủy ban nhân dân cấp tỉnh"),
        ("Theo quy định của Hội đồng nhân dân cấp tỉnh", "Hội đồng nhân dân cấp tỉnh"),
        ("Theo quy định của Bộ trưởng Bộ Tài chính", "Bộ Tài chính"),
        (
            "Theo quy định tại Thông tư số 148/2016/TT-BTC được sửa đổi",
            "Thông tư 148/2016/TT-BTC",
        ),
    ],
)
def test_text_that_names_the_setter_is_set_elsewhere(text: str, setter: str) -> None:
    found = read(0, text)
    assert (found.kind, found.set_by) == (FeeKind.SET_ELSEWHERE, setter)


def test_empty_is_unknown(fee: FeeOf) -> None:
    assert fee("1.000028", COUNTER).kind is FeeKind.UNKNOWN


def test_marriage_registers_for_nothing_but_copies_cost(fee: FeeOf) -> None:
    found = fee("1.000894", COUNTER)
    assert found.kind is FeeKind.KNOWN
    assert [(a.dong, a.type) for a in found.amounts] == [(0, FeeType.FEE)]
    assert found.set_by == "Thông tư 281/2016/TT-BTC"


def test_council_fee_names_who_is_exempt(fee: FeeOf) -> None:
    found = fee("1.000110", COUNTER)
    assert found.set_by == "Hội đồng nhân dân cấp tỉnh"
    assert "người khuyết tật" in found.exempt


def test_number_of_another_province_is_not_said(fee: FeeOf) -> None:
    """1.001612 reads 150000 beside "Hội đồng nhân dân tỉnh quyết định"."""
    found = fee("1.001612", ONLINE)
    assert found.kind is FeeKind.SET_ELSEWHERE
    assert found.amounts == ()


def test_lost_thousands_are_read_from_the_text(fee: FeeOf) -> None:
    assert [a.dong for a in fee("2.001610", POST).amounts] == [100_000]
    assert [a.dong for a in fee("3.000368", COUNTER).amounts] == [150_000]


def test_lost_thousands_without_a_text_are_unknown(fee: FeeOf) -> None:
    found = fee("1.001146", COUNTER)  # "10 VNĐ ()"
    assert found.kind is FeeKind.UNKNOWN
    assert found.amounts == ()


def test_dollars_stay_dollars(fee: FeeOf) -> None:
    found = fee("1.003460", COUNTER)
    assert found.kind is FeeKind.UNKNOWN
    assert [usd.usd for usd in found.usd] == [145, 155, 165]
    assert found.usd[0].per == "thẻ"


def test_nobody_is_told_a_few_hundred_dong(catalogue: Catalogue) -> None:
    amounts = [
        (p.code, a.dong)
        for p in catalogue.procedures.values()
        for c in p.channels
        for a in c.fee.amounts
    ]
    assert len(amounts) > 900
    assert [pair for pair in amounts if 0 < pair[1] < 1000] == []


def test_number_and_text_that_contradict_each_other_are_not_chosen_between(fee: FeeOf) -> None:
    """1.001280 reads 50000 beside "25.000.000đ/giấy thông hành"."""
    assert fee("1.001280", COUNTER).amounts == ()


def test_running_reduction_carries_its_end_and_the_whole_fee_begins_after(fee: FeeOf) -> None:
    whole, reduced, *_ = fee("1.000688", ONLINE).amounts
    assert (reduced.dong, reduced.end) == (400_000, date(2026, 12, 31))
    assert (whole.dong, whole.start) == (800_000, date(2027, 1, 1))


def test_number_may_be_the_reduced_one(fee: FeeOf) -> None:
    reduced, whole = fee("1.013875", ONLINE).amounts
    assert (reduced.dong, reduced.end) == (1_000_000, date(2026, 12, 31))
    assert (whole.dong, whole.start) == (2_000_000, date(2027, 1, 1))


def test_ended_reduction_is_not_said(fee: FeeOf) -> None:
    """Passport online: 160.000 and 320.000 until the end of 2023."""
    found = fee("1.001456", ONLINE)
    assert found.amounts == ()
    assert "hết thời hạn" in found.reason
    assert found.set_by == "Bộ Tài chính"  # the circular that was named has ended too


def test_amounts_of_cases_keep_their_cases(fee: FeeOf) -> None:
    found = fee("1.013424", COUNTER)
    assert [(a.what, a.dong) for a in found.amounts] == [
        ("Dưới 5 tấn", 50_000),
        ("Từ 5 tấn đến 15 tấn", 100_000),
        ("Trên 15 tấn", 150_000),
    ]


def test_formula_is_not_an_amount() -> None:
    text = "Nộp 150.000 đồng + (số tấn thủy sản x 15.000 đồng/tấn); Tối đa 700.000 đồng/lần"
    assert read(0, text).amounts == ()


def test_appraisal_fee_is_told_from_administrative_fee() -> None:
    assert read(300_000, "Phí thẩm định cơ sở").type is FeeType.APPRAISAL
    assert read(120_000, "Lệ phí cấp lại giấy").type is FeeType.FEE
    assert read(0, "Theo quy định của pháp luật về phí và lệ phí").type is FeeType.OTHER


def test_every_fee_has_a_reason_and_fits_its_kind(catalogue: Catalogue) -> None:
    for procedure in catalogue.procedures.values():
        for row in procedure.channels:
            assert row.fee.reason
            assert bool(row.fee.amounts) == (row.fee.kind is FeeKind.KNOWN), procedure.code
            if row.fee.kind is FeeKind.SET_ELSEWHERE:
                assert row.fee.set_by, procedure.code
