from __future__ import annotations

import pytest

from bot.retrieval.question import strip_question
from bot.text.fold import strip_diacritics


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Cho em hỏi đăng ký kết hôn cần giấy tờ gì ạ?", "đăng ký kết hôn"),
        ("thủ tục đổi bằng lái xe như thế nào", "đổi bằng lái xe"),
        ("làm hộ chiếu mất bao lâu", "làm hộ chiếu"),
        ("lệ phí khai sinh bao nhiêu", "khai sinh"),
        ("khai sinh nộp ở đâu", "khai sinh"),
        ("tách thửa làm online được không", "tách thửa"),
        ("chị muốn thành lập công ty như thế nào em", "thành lập công ty"),
        ("trợ giúp trẻ em", "trợ giúp trẻ em"),
        ("Kính chào quý cơ quan, cho tôi hỏi tách hộ mất mấy ngày ạ", "tách hộ"),
        ("gia đình tôi muốn hỏi về tách thửa", "gia đình tách thửa"),
        ("à mà thôi, em đổi ý rồi, chuyển trường thế nào", "chuyển trường"),
        ("quay lại cái tách hộ, lệ phí nhiều không", "tách hộ"),
        ("không mở công ty nữa, thủ tục thế nào", "không mở công ty nữa"),
        ("cần giấy tờ gì", ""),
        ("lệ phí bao nhiêu", ""),
        ("", ""),
    ],
)
def test_frame_goes_matter_stays(text: str, left: str) -> None:
    assert strip_question(text) == left
    assert strip_question(strip_diacritics(text)) == strip_diacritics(left)


@pytest.mark.parametrize("text", ["vay vốn", "vay von", "thi tuyển", "thi tuyen", "châu phi"])
def test_words_that_only_look_like_frame_stay(text: str) -> None:
    assert strip_question(text) == text


def test_a_number_that_the_edge_took_out_is_no_matter() -> None:
    assert strip_question("Số căn cước của tôi là , tôi muốn đăng ký tạm trú") == "đăng ký tạm trú"
    assert strip_question("đổi số căn cước") == "đổi số căn cước"
