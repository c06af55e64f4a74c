"""Choices that a person can tell apart."""

import pytest

from bot.answers.clarify import clarify
from bot.catalogue.store import Catalogue


def test_siblings_of_one_title_are_told_apart_by_what_people_know(catalogue: Catalogue) -> None:
    for code, procedure in catalogue.procedures.items():
        if not procedure.same_title:
            continue
        codes = [code, *procedure.same_title][:4]
        reply = clarify([catalogue.procedures[one] for one in codes])
        labels = [choice["label"] for choice in reply.payload["choices"]]
        assert len(set(labels)) == len(labels)
        assert not any("mã" in label.split(" – ")[-1] for label in labels), labels


def test_ward_or_city_is_asked_as_a_question_of_level(catalogue: Catalogue) -> None:
    reply = clarify([catalogue.procedures[code] for code in ("1.013825", "1.013950")])
    assert reply.text.split("\n")[:3] == [
        "Anh/chị cần làm ở cấp nào?",
        "1. Chuyển hình thức giao đất, cho thuê đất – cấp thành phố (cho doanh nghiệp và tổ chức)",
        "2. Chuyển hình thức giao đất, cho thuê đất – cấp xã "
        "(cho người dân, tổ chức và cán bộ, công chức)",
    ]
    assert "Một là cấp thành phố. Hai là cấp xã." in reply.spoken


def test_different_titles_go_by_what_people_call_them(catalogue: Catalogue) -> None:
    reply = clarify([catalogue.procedures[code] for code in ("1.001570", "2.002029")])
    choice = reply.payload["choices"][0]
    assert choice["n"] == 1
    assert choice["text"] == "Hộ kinh doanh tạm nghỉ hoặc mở lại sớm (1.001570)"
    assert choice["hint"].startswith("Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn")
    assert "Hai là công ty tạm ngừng" in reply.spoken
    assert reply.payload["type"] == "clarify"


def test_a_procedure_that_nobody_has_named_yet_goes_by_its_title(catalogue: Catalogue) -> None:
    new = catalogue.procedures["1.001456"].model_copy(update={"code": "9.999999"})
    reply = clarify([new, catalogue.procedures["1.010384"]])
    assert reply.payload["choices"][0]["label"] == "Cấp hộ chiếu phổ thông ở trong nước"


def test_at_most_three_are_read_aloud(catalogue: Catalogue) -> None:
    codes = ("1.001456", "1.010384", "1.001193", "1.004222")
    reply = clarify([catalogue.procedures[code] for code in codes])
    assert "4. Đăng ký thường trú" in reply.text
    assert "thường trú" not in reply.spoken


def test_one_choice_is_no_question(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="at least two"):
        clarify([catalogue.procedures["1.001193"]])


def test_a_list_of_everybody_is_no_hint(catalogue: Catalogue) -> None:
    reply = clarify([catalogue.procedures[code] for code in ("1.014028", "1.014027")])
    assert "hợp tác xã" not in reply.text
