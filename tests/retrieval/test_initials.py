from __future__ import annotations

import pytest

from bot.retrieval.initials import Initials

INITIALS = Initials(
    [
        "Cấp giấy phép lưu hành xe quá tải trọng",
        "Cấp giấy phép xây dựng nhà ở",
        "Gia hạn giấy phép xây dựng",
        "Gửi phiếu xin duyệt",
    ]
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("xin GPLHX ở đâu", ("giấy phép lưu hành xe",)),
        ("gia hạn GPXD", ("giấy phép xây dựng", "gửi phiếu xin duyệt")),  # frequent first
        ("ai cấp GPLHX, GPLHX?", ("giấy phép lưu hành xe",)),
        ("xin gplhx ở đâu", ()),  # in small letters it may be a slip
        ("XIN GPXD NHƯ THẾ NÀO", ()),  # all in capitals: any word might be one
        ("nộp ở UBND", ()),
        ("GP số 12", ()),
    ],
)
def test_abbreviations_by_the_initials_of_titles(text: str, meant: tuple[str, ...]) -> None:
    assert INITIALS.meant(text) == meant
