"""How the assistant's messages become what is said on the telephone."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.chat import Answer
from bot.text.numbers import say
from voice.talk import Reply, reply_of

HOTLINE = "19001009"
SPOKEN = say(HOTLINE)


def told(*messages: dict[str, Any], here: str = HOTLINE) -> Reply:
    return reply_of(Answer("T1", "answered", list(messages)), here)


def spoken(*texts: str, here: str = HOTLINE) -> str:
    return told(*({"text": text, "spoken": text} for text in texts), here=here).spoken


def test_two_aspects_of_a_procedure_are_one_answer_with_one_question() -> None:
    source = "Mã thủ tục một. Theo danh mục tháng bảy."
    assert spoken(
        f"Thủ tục hộ chiếu. Lệ phí hai trăm nghìn. {source} Anh chị muốn nghe tiếp thời hạn?",
        f"Thủ tục hộ chiếu. Tám ngày. {source} Anh chị muốn nghe tiếp nơi nộp?",
    ) == (
        f"Thủ tục hộ chiếu. Lệ phí hai trăm nghìn. Tám ngày. {source} "
        "Anh chị muốn nghe tiếp nơi nộp?"
    )


def test_two_procedures_keep_their_names_and_codes() -> None:
    assert spoken(
        "Thủ tục A. Một giấy. Mã một. Theo danh mục.", "Thủ tục B. Mã hai. Theo danh mục."
    ) == ("Thủ tục A. Một giấy. Mã một. Thủ tục B. Mã hai. Theo danh mục.")


def test_what_one_message_says_twice_is_said_twice() -> None:
    code = "Pê a, bốn tám hai một."
    received = f"Anh chị ghi lại mã. {code} Tôi nhắc lại. {code}"
    assert spoken(received) == received
    assert spoken("Dạ.", received) == f"Dạ. {received}"


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        (
            f"Anh chị gọi tổng đài {SPOKEN} để được hướng dẫn.",
            "Anh chị bấm phím không để được hướng dẫn.",
        ),
        (f"Gọi {SPOKEN} để hỏi.", "Bấm phím không để hỏi."),
        ("Anh chị gọi số một không hai hai.", "Anh chị gọi số một không hai hai."),
    ],
)
def test_who_has_called_the_hotline_is_not_told_to_call_it(said: str, heard: str) -> None:
    assert spoken(said) == heard


def test_where_every_key_is_a_digit_a_person_is_asked_for_in_words() -> None:
    payload = {"type": "case", "kind": "refused", "expects": "proof"}
    text = f"Vẫn không được, anh chị gọi {SPOKEN}."
    reply = told({"text": text, "spoken": text, "payload": payload})
    assert reply.spoken == "Vẫn không được, anh chị nói: gặp cán bộ."


def test_where_nobody_can_be_put_through_to_the_hotline_is_named() -> None:
    assert spoken(f"Gọi {SPOKEN} để hỏi.", here="") == f"Gọi {SPOKEN} để hỏi."


def test_what_the_answer_offers_aloud_is_expected_before_its_buttons() -> None:
    buttons = [{"label": "Các bước", "text": "…"}, {"label": "Nơi nộp", "text": "…"}]
    text = "Cần tờ khai. Anh chị muốn nghe tiếp giấy tờ, lệ phí hay nơi nộp?"
    payload = {"type": "procedure", "quick_replies": buttons}
    reply = told({"text": text, "spoken": text, "payload": payload})
    assert reply.next == ("giấy tờ", "lệ phí", "nơi nộp", "các bước")
