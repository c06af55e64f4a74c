"""What a court or the police settles is said to be theirs; papers about it are ours."""

from __future__ import annotations

from typing import Any, cast

import pytest

from bot.catalogue.store import load_catalogue
from bot.dialogue import elsewhere
from bot.dialogue.state import State
from bot.dialogue.turn import Outcome, Turn, World

NO_WORLD = cast(Any, None)  # nothing is looked up


def other(turn: Turn, _: World) -> Outcome:
    return Outcome((), turn.state, "none")


@pytest.mark.parametrize(
    ("said", "matter"),
    [
        ("ly hôn", "divorce"),
        ("ly hon o dau", "divorce"),
        ("tôi muốn ly hôn thì nộp đơn ở đâu", "divorce"),
        ("chồng em không chịu ký đơn ly dị", "divorce"),
        ("thủ tục ly hôn đơn phương", "divorce"),
        ("chia tài sản khi ly hôn", "divorce"),
        ("em muốn giành quyền nuôi con", "custody"),
        ("ba nó không chịu cấp dưỡng cho con", "custody"),
        ("chia thừa kế mà các con không đồng ý thì sao", "lawsuit"),
        ("cho bạn vay tiền ko chịu trả", "lawsuit"),
        ("muốn khởi kiện hàng xóm", "lawsuit"),
        ("chồng bỏ đi 5 năm, muốn tuyên bố mất tích", "declared_by_court"),
        ("tôi bị lừa chuyển khoản 20 triệu", "fraud"),
        ("bi lua dao tren mang", "fraud"),
    ],
)
def test_it_is_said_whose_it_is(said: str, matter: str) -> None:
    found = elsewhere.settled_elsewhere(said)
    assert found is not None
    assert found.id == matter


@pytest.mark.parametrize(
    "said",
    [
        "ly hôn rồi muốn xin giấy độc thân",
        "ghi chú ly hôn ở nước ngoài",
        "sau ly hôn tách hộ khẩu thế nào",
        "vợ chồng ly hôn xong sang tên nhà cho vợ",
        "hòa giải tranh chấp đất đai",
        "yêu cầu thi hành án cấp dưỡng",
        "khai nhận di sản thừa kế",
        "mới sinh con, cha không nhận",
        "đăng ký giám hộ cho người mất năng lực hành vi",
        "bị kiện mà không có tiền thuê luật sư",
        "tôi bị mất tiền trợ cấp",
        "con nuôi",
    ],
)
def test_what_the_catalogue_knows_is_searched_for(said: str) -> None:
    assert elsewhere.settled_elsewhere(said) is None


def test_the_answer_names_its_law_and_what_may_be_meant_after_all() -> None:
    state = State(procedure="1.000894")
    outcome = elsewhere.first(other)(Turn("tôi muốn ly hôn", state), NO_WORLD)
    [reply] = outcome.replies
    assert "Tòa án nhân dân khu vực" in reply.text
    assert "52/2014/QH13" in reply.text
    assert {"label": "Đã ly hôn ở nước ngoài", "text": "2.000554"} in reply.payload["quick_replies"]
    assert outcome.state == state


def test_the_answer_to_our_own_question_stays_one() -> None:
    state = State(guide="doc-than/start")
    assert not elsewhere.first(other)(Turn("ly hôn", state), NO_WORLD).replies


def test_every_related_procedure_is_in_the_catalogue() -> None:
    catalogue = load_catalogue()
    related = [r.code for matter in elsewhere.load().matters for r in matter.related]
    assert related
    assert all(catalogue.get(code) for code in related)
