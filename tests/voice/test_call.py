"""Whole calls, as a caller lives through them, in virtual time."""

from __future__ import annotations

import pytest

from tests.voice.telephone import GREETING, Held, spoken
from voice import prompts
from voice.expecting import MENU
from voice.speaking.mouth import SLOWER
from voice.talk import Reply


def test_a_caller_hears_the_greeting_asks_and_hears_the_answer() -> None:
    call = Held(("say", "làm hộ chiếu"), replies={"làm hộ chiếu": Reply("Cần tờ khai.")})
    assert call.phone.heard == [GREETING, "Cần tờ khai."]
    assert call.ending.cause == "hung_up"
    assert call.ending.answered == 1


def test_an_answer_is_said_sentence_by_sentence() -> None:
    call = Held(("say", "lệ phí"), replies={"lệ phí": Reply("Một là. Hai là. Hết.")})
    assert call.phone.heard[1:] == ["Một là.", "Hai là.", "Hết."]


def test_who_speaks_into_the_answer_is_heard_at_once_and_answered() -> None:
    long = Reply("một hai ba bốn năm sáu bảy tám chín mười " * 4)
    call = Held(
        ("say", "làm hộ chiếu"), ("interrupt", "lệ phí thôi"), replies={"làm hộ chiếu": long}
    )
    assert call.talk.asked == ["làm hộ chiếu", "lệ phí thôi"]
    [after] = call.phone.stopped_after
    assert after <= 200


def test_a_key_stops_the_greeting() -> None:
    call = Held(("press", "1"))
    assert call.phone.heard == [GREETING, prompts.ASK]


def test_who_is_silent_is_asked_twice_then_offered_keys_then_left_kindly() -> None:
    call = Held(("wait", 120))
    assert call.ending.cause == "silence"
    asked = " ".join([prompts.STILL_THERE, prompts.STILL_THERE, prompts.KEYS, prompts.BYE])
    assert call.heard == f"{GREETING} {asked}"


def test_silence_is_counted_anew_after_a_word() -> None:
    call = Held(("wait", 17), ("say", "làm hộ chiếu"), ("wait", 8))
    assert call.heard.count(prompts.STILL_THERE) == 3
    assert prompts.KEYS not in call.heard


def test_zero_puts_through_to_a_person_who_is_there() -> None:
    call = Held(("press", "0"), person=True)
    assert call.ending.cause == "person"
    assert call.phone.heard[-1] == "Anh chị chờ một chút."


def test_without_a_person_the_call_goes_on() -> None:
    call = Held(("press", "0"), ("say", "làm hộ chiếu"))
    assert prompts.NO_PERSON in call.heard
    assert call.talk.asked == ["làm hộ chiếu"]


def test_who_asks_for_a_person_in_words_gets_one() -> None:
    replies = {"cho gặp cán bộ": Reply("Anh chị gọi tổng đài.", "handover")}
    call = Held(("say", "cho gặp cán bộ"), replies=replies, person=True)
    assert call.ending.cause == "person"
    assert "gọi tổng đài" not in call.heard


def test_nine_says_it_again_and_slower_from_then_on() -> None:
    call = Held(("say", "lệ phí"), ("press", "9"), replies={"lệ phí": Reply("Không mất phí.")})
    assert call.heard.count("Không mất phí.") == 2
    assert call.voice.paces[-1] == SLOWER


def test_the_hash_key_repeats() -> None:
    call = Held(("say", "lệ phí"), ("press", "#"), replies={"lệ phí": Reply("Không mất phí.")})
    assert call.heard.count("Không mất phí.") == 2


def test_choices_are_taken_by_key_and_the_menu_comes_back() -> None:
    replies = {"khai sinh": Reply("Một là, hai là.", "clarify", choices=2)}
    call = Held(("say", "khai sinh"), ("press", "2"), ("press", "2"), replies=replies)
    assert call.talk.asked == ["khai sinh", "2", prompts.WHAT_CASE]


def test_after_a_choice_was_offered_the_recogniser_knows_what_to_expect() -> None:
    replies = {"khai sinh": Reply("Một là, hai là.", "clarify", choices=2)}
    call = Held(("say", "khai sinh"), ("say", "hai"), replies=replies)
    assert call.words.expected[0] == MENU
    assert call.words.expected[-1][:2] == ("một", "hai")


def test_what_was_not_understood_is_asked_for_again() -> None:
    call = Held(("say", ""))
    assert prompts.AGAIN in call.heard
    assert call.talk.asked == []


def test_who_is_not_understood_again_and_again_gets_the_keys_and_then_a_person() -> None:
    call = Held(("say", ""), ("say", ""), ("say", ""), person=True)
    assert call.heard == f"{GREETING} {prompts.AGAIN} {prompts.KEYS} {prompts.TO_PERSON}"
    assert call.ending.cause == "person"


def test_who_fell_silent_is_put_through_if_somebody_is_there() -> None:
    call = Held(("say", "làm hộ chiếu"), ("wait", 120), person=True)
    assert call.ending.cause == "person"


def test_a_line_on_which_nobody_ever_spoke_is_put_through_to_nobody() -> None:
    assert Held(("wait", 120), person=True).ending.cause == "silence"


def test_again_and_slower_may_be_said() -> None:
    call = Held(
        ("say", "lệ phí"), ("say", "nói lại"), ("say", "chậm hơn một chút"),
        replies={"lệ phí": Reply("Không mất phí.")},
    )  # fmt: skip
    assert call.heard.count("Không mất phí.") == 3
    assert call.voice.paces[-1] == SLOWER
    assert call.talk.asked == ["lệ phí"]


def test_other_readings_of_what_was_said_are_handed_on_and_none_of_what_was_typed() -> None:
    call = Held(("say", "làm hộ chiếu"), ("press", "2"))
    assert call.talk.others == [("hoặc làm hộ chiếu",), None]


def test_after_an_answer_what_it_offers_next_is_expected() -> None:
    replies: dict[str, Reply | None] = {"hộ chiếu": Reply("Cần.", next=("giấy tờ", "lệ phí"))}
    call = Held(("say", "hộ chiếu"), ("say", "lệ phí"), replies=replies)
    assert call.words.expected[-1][:2] == ("giấy tờ", "lệ phí")
    assert call.talk.asked[-1] == "lệ phí"


def test_who_stops_to_think_is_waited_for_and_who_has_ended_is_not() -> None:
    def answered_after(said: str) -> int:
        call = Held(("say", said), ("wait", 3))
        return call.talk.at[0] - len(spoken(said)) // 16

    usual = answered_after("tôi hỏi về hộ chiếu")
    assert answered_after("tôi muốn hỏi hộ chiếu thì") - usual > 500
    assert usual - answered_after("tôi hỏi về hộ chiếu ạ") > 150


def test_an_assistant_that_is_down_is_told_truly_and_asked_again() -> None:
    call = Held(("say", "lệ phí"), ("say", "thời hạn"), replies={"lệ phí": None})
    assert prompts.TROUBLE in call.heard
    assert call.talk.asked == ["lệ phí", "thời hạn"]
    assert call.ending.answered == 1


def test_goodbye_ends_the_call_after_our_own() -> None:
    call = Held(("say", "tạm biệt"), replies={"tạm biệt": Reply("Tạm biệt anh chị.", "goodbye")})
    assert call.ending.cause == "goodbye"
    assert call.phone.heard[-1] == "Tạm biệt anh chị."


def test_a_call_that_is_too_long_is_closed_kindly() -> None:
    call = Held(*[("say", "lệ phí")] * 50, longest_s=30)
    assert call.ending.cause == "too_long"
    assert call.heard.endswith(prompts.TOO_LONG)
    assert 30 < call.ending.seconds < 45


def test_music_is_taken_in_pieces_and_the_call_ends() -> None:
    call = Held(("music", 120), longest_s=60)
    assert call.ending.cause == "too_long"
    assert call.talk.asked == []


@pytest.mark.parametrize("reason", ["no message of a media stream", "nothing came for 10 s"])
def test_a_broken_line_ends_the_call_with_the_reason(reason: str) -> None:
    call = Held(("say", "lệ phí"), ("garbage", reason))
    assert (call.ending.cause, call.ending.reason) == ("broken", reason)
    assert call.talk.asked == ["lệ phí"]


def test_only_what_was_pressed_last_is_answered_aloud() -> None:
    call = Held(("press", "1#1"))
    assert call.phone.heard == [GREETING, prompts.ASK]


def test_a_key_that_means_nothing_gets_the_menu() -> None:
    call = Held(("press", "5"))
    assert call.heard == f"{GREETING} {prompts.KEYS}"


def test_while_a_choice_is_open_the_menu_is_not_read() -> None:
    replies = {"khai sinh": Reply("Một là, hai là.", "clarify", choices=2)}
    call = Held(("say", "khai sinh"), ("press", "5"), replies=replies)
    assert prompts.KEYS not in call.heard
    assert call.heard.count("Một là, hai là.") == 2


@pytest.mark.parametrize("asks", [("say", "khác"), ("press", "#")])
def test_three_choices_are_read_and_the_fourth_to_who_asks(asks: tuple[str, str]) -> None:
    four = Reply("Một là, hai là, ba là.", "clarify", choices=4, more="Bốn là mất sổ.")
    call = Held(("say", "kết hôn"), asks, ("press", "4"), replies={"kết hôn": four})
    assert call.heard.index(prompts.OTHERS) < call.heard.index("Bốn là mất sổ.")
    assert call.talk.asked == ["kết hôn", "4"]


def test_other_is_for_the_assistant_where_all_choices_were_read() -> None:
    assert Held(("say", "khác")).talk.asked == ["khác"]


def test_who_only_asks_whether_we_hear_is_told_so() -> None:
    call = Held(("say", "a lô"))
    assert call.heard == f"{GREETING} {prompts.HERE}"
    assert call.talk.asked == []


def test_louder_says_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voice.speaking.mouth.LOUDER", 1.0)  # the telephone knows sounds as made
    call = Held(("say", "lệ phí"), ("say", "nói to lên"), replies={"lệ phí": Reply("Miễn phí.")})
    assert call.heard == f"{GREETING} Miễn phí. {prompts.LOUDER} Miễn phí."
