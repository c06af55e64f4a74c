"""How it was, by keys, before the call ends; nobody is asked twice, and nobody who was lost."""

from __future__ import annotations

from typing import Any

import pytest

from bot.care import survey_replies
from bot.care.survey_replies import answer_of
from bot.text.numbers import digit_by_digit, say
from bot.text.ticket_codes import ticket_code
from tests.voice.telephone import Held
from voice import prompts
from voice.expecting import SCORES
from voice.speaking.mouth import sentences
from voice.talk import Reply

CODE = ticket_code("48219350771")
DIGITS = CODE[3:].replace("-", "")
ASKED = Reply(survey_replies.SPOKEN, "goodbye", survey=True)
REPLIES: dict[str, Reply | None] = {
    "tạm biệt": ASKED,
    answer_of(1): Reply(survey_replies.thanks().spoken, "rated"),
    answer_of(4): Reply(survey_replies.thanks().spoken, "rated"),
    answer_of(5): Reply(survey_replies.thanks().spoken, "rated"),
    "năm": Reply(survey_replies.thanks().spoken, "rated"),
    "phản ánh": Reply("Anh chị đọc mã phản ánh.", "code", "ticket"),
    CODE: Reply("Đang xử lý.", "standing"),
}


def held(*script: tuple[str, Any]) -> Held:
    return Held(*script, replies=REPLIES)


def test_a_key_is_the_score_and_ends_the_call() -> None:
    call = held(("say", "tạm biệt"), ("press", "4"))
    assert call.talk.asked == ["tạm biệt", answer_of(4)]
    assert "Cảm ơn anh chị đã đánh giá." in call.heard
    assert call.ending.cause == "goodbye"


def test_it_may_be_said() -> None:
    call = held(("say", "tạm biệt"), ("say", "năm"))
    assert call.talk.asked[-1] == "năm"
    assert call.words.expected[-1] == SCORES
    assert call.ending.cause == "goodbye"


@pytest.mark.parametrize(
    "nothing", [("wait", 30), ("say", ""), ("say", "không"), ("say", "thôi không cần ạ")]
)
def test_who_does_not_answer_is_left_kindly(nothing: tuple[str, Any]) -> None:
    call = held(("say", "tạm biệt"), nothing)
    assert call.ending.cause == "goodbye"
    assert call.heard.count("hài lòng đến mức nào") == 1
    assert call.heard.endswith(prompts.BYE)


def test_who_asks_on_is_answered() -> None:
    call = held(("say", "tạm biệt"), ("say", "lệ phí hộ chiếu"))
    assert call.talk.asked[-1] == "lệ phí hộ chiếu"
    assert call.ending.cause == "hung_up"


@pytest.mark.parametrize(
    "again", [("press", "9"), ("press", "#"), ("press", "7"), ("say", "nói lại")]
)
def test_who_hears_the_question_once_more_may_still_answer_it(again: tuple[str, str]) -> None:
    call = held(("say", "tạm biệt"), again, ("press", "1"))
    assert call.heard.count("hài lòng đến mức nào") == 2
    assert prompts.KEYS not in call.heard
    assert call.talk.asked[-1] == answer_of(1)
    assert call.ending.cause == "goodbye"


@pytest.mark.parametrize("instead", [("press", "0"), ("say", "a lô")])
def test_who_wants_something_else_has_the_menu_again(instead: tuple[str, str]) -> None:
    call = held(("say", "tạm biệt"), instead, ("press", "1"))
    assert call.phone.heard[-1] == prompts.ASK
    assert call.talk.asked == ["tạm biệt"]


def test_of_two_scores_the_second_counts_and_thanks_are_heard() -> None:
    call = held(("say", "tạm biệt"), ("press", "45"))
    assert call.talk.asked[1:] == [answer_of(4), answer_of(5)]
    assert call.phone.heard[-1] == survey_replies.thanks().spoken
    assert call.ending.cause == "goodbye"


def test_a_key_that_ends_the_score_takes_nothing_from_it() -> None:
    call = held(("say", "tạm biệt"), ("press", "4#"), ("wait", 30))
    assert call.talk.asked[1:] == [answer_of(4)]
    assert call.phone.heard[-2:] == list(sentences(prompts.BYE))
    assert call.ending.cause == "goodbye"


def test_who_hangs_up_while_they_are_asked_has_given_no_score() -> None:
    call = held(("say", "tạm biệt"))
    assert call.talk.asked == ["tạm biệt"]
    assert call.ending.cause == "hung_up"


def test_who_was_hard_to_understand_is_not_asked() -> None:
    call = held(("say", ""), ("say", ""), ("say", "tạm biệt"))
    assert "hài lòng" not in call.heard
    assert call.heard.endswith(prompts.BYE)
    assert call.ending.cause == "goodbye"


@pytest.mark.parametrize(
    "given",
    [
        ("press", f"{DIGITS}#"),
        ("say", digit_by_digit(DIGITS)),
        ("say", say(CODE)),
    ],
)
def test_a_ticket_is_asked_about_by_keys_or_read_out(given: tuple[str, str]) -> None:
    call = held(("say", "phản ánh"), given)
    assert call.talk.asked[-1] == CODE
    assert prompts.TYPE_TICKET in call.heard


def test_a_code_with_a_slip_is_asked_for_again() -> None:
    call = held(("say", "phản ánh"), ("press", f"{DIGITS[::-1]}#"), ("press", f"{DIGITS}#"))
    assert prompts.BAD_TICKET in call.heard
    assert call.talk.asked[-1] == CODE
