"""Procedures side by side: facts of the records, and no verdict that they don't allow."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.answers.aspect import Aspect
from bot.answers.compare import compare
from bot.answers.duration import quickest
from bot.answers.reply import Reply
from bot.catalogue.local import LocalTruth
from bot.catalogue.local_status import LocalStatus
from bot.catalogue.store import Catalogue
from tests.answers.conftest import TODAY
from tests.answers.trace import fields

TEMPORARY, PERMANENT, BIRTH, SHOP, COMPANY = (
    *("1.004194", "1.004222", "1.001193"),
    *("1.001612", "2.001583"),
)
NOWHERE = LocalTruth()


def side_by_side(
    catalogue: Catalogue, *codes: str, by: tuple[Aspect, ...] = (), local: LocalTruth = NOWHERE
) -> Reply:
    procedures = [catalogue.procedures[code] for code in codes]
    return compare(procedures, by, local=local, asof=catalogue.asof, today=TODAY)


def test_each_aspect_has_a_fact_of_each(catalogue: Catalogue) -> None:
    reply = side_by_side(catalogue, TEMPORARY, PERMANENT)
    assert "• (1) 3 ngày làm việc." in reply.text
    assert "• (2) 7 ngày làm việc." in reply.text
    assert "Nơi nộp hồ sơ – như nhau: cơ quan giải quyết là Công an cấp Xã." in reply.text
    assert [section["aspect"] for section in reply.payload["sections"]] == [
        *("who", "time", "fee", "place", "online")
    ]


def test_both_codes_and_the_catalogues_month_are_named(catalogue: Catalogue) -> None:
    reply = side_by_side(catalogue, TEMPORARY, PERMANENT)
    for code in (TEMPORARY, PERMANENT):
        assert f"Mã {code}, theo danh mục tháng 7/2026" in reply.text


def test_what_is_asked_is_compared_and_nothing_else(catalogue: Catalogue) -> None:
    reply = side_by_side(catalogue, TEMPORARY, PERMANENT, by=(Aspect.TIME,))
    assert [section["aspect"] for section in reply.payload["sections"]] == ["time"]
    assert "Thủ tục thứ nhất nhanh hơn." in reply.text


def test_an_unknown_limit_is_said_and_nothing_is_quicker(catalogue: Catalogue) -> None:
    reply = side_by_side(catalogue, SHOP, COMPANY, by=(Aspect.TIME,))
    assert "• (1) danh mục chưa ghi rõ thời hạn." in reply.text
    assert "nhanh" not in reply.text


def test_the_citys_own_limit_leaves_no_verdict(catalogue: Catalogue) -> None:
    local = LocalTruth({PERMANENT: LocalStatus(time_note="2 ngày làm việc")})
    reply = side_by_side(catalogue, TEMPORARY, PERMANENT, by=(Aspect.TIME,), local=local)
    assert "• (2) 2 ngày làm việc." in reply.text
    assert "nhanh hơn" not in reply.text


def test_limits_that_overlap_have_no_quickest(catalogue: Catalogue) -> None:
    temporary = catalogue.procedures[TEMPORARY]
    assert quickest([(temporary, LocalStatus()), (temporary, LocalStatus())]) is None


def test_speech_is_short_and_can_be_said(catalogue: Catalogue) -> None:
    codes = list(catalogue.procedures)[::60]
    for pair in pairwise(codes):
        spoken = side_by_side(catalogue, *pair).spoken
        assert len(spoken.split()) <= 130, spoken
        assert not any(sign.isdigit() for sign in spoken), spoken


def test_every_fact_names_its_field(catalogue: Catalogue) -> None:
    codes = list(catalogue.procedures)[::40]
    for pair in pairwise(codes):
        for section in side_by_side(catalogue, *pair).payload["sections"]:
            for item in section["items"]:
                assert item["source"] or "chưa" in item["text"] or "không" in item["text"]
                fields(catalogue.procedures[item["code"]], item["source"] or "")


def test_siblings_of_one_title_are_told_apart(catalogue: Catalogue) -> None:
    reply = side_by_side(catalogue, "1.014064", "2.001194")
    labels = [choice["label"] for choice in reply.payload["choices"]]
    assert labels == ["Cấp lại thẻ căn cước – cấp xã", "Cấp lại thẻ căn cước – cấp thành phố"]


def test_one_procedure_is_no_comparison(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="at least two"):
        side_by_side(catalogue, BIRTH)
