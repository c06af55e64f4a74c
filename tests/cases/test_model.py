"""A case: canonical code, and no personal number in what officials typed."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.cases.model import Case, CaseState, Supplement
from bot.cases.states import load_states
from tests.cases.conftest import a_case


@pytest.mark.parametrize("code", ["", "H26.12", "h26.12-250701-0001", "001099012345", "1.001193"])
def test_only_canonical_codes(code: str) -> None:
    with pytest.raises(ValidationError):
        a_case(code)


@pytest.mark.parametrize(
    "code", ["000.00.04.H51-200221-0001", "G22.99-251225-020175", "G09.20-20260609-0092637"]
)
def test_all_forms_of_codes(code: str) -> None:
    assert a_case(code).code == code


def test_numbers_in_remarks_are_taken_out() -> None:
    said = Supplement(what="Gọi anh cán bộ 0912 345 678, CCCD 001099012345 bị mờ").what
    assert said is not None
    assert not {"345 678", "001099012345"} & set(said.split())
    assert "[phone]" in said


def test_there_is_no_room_for_a_person() -> None:
    kept = " ".join(Case.model_fields)
    assert not any(word in kept for word in ("owner", "name", "address", "phone", "email", "cccd"))


def test_every_state_has_words_that_can_be_read_aloud() -> None:
    for words in load_states().values():
        for sentence in (words.means, words.to_do):
            assert sentence.endswith(".")
            assert not any(sign in sentence for sign in "()/;:")


def test_the_names_of_the_states_are_the_official_ones() -> None:
    assert [load_states()[state].name for state in CaseState] == [
        "Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý",
        "Yêu cầu bổ sung giấy tờ", "Yêu cầu thực hiện nghĩa vụ tài chính",
        "Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đã xử lý xong", "Đã trả kết quả",
    ]  # fmt: skip
