"""Handing in a complaint, in words: a message in, a reply out, nothing sent without a yes."""

from __future__ import annotations

import pytest

from bot.answers.aspect import Aspect
from bot.care.tickets.model import (
    Kind,
)
from bot.dialogue import moves, service
from bot.text.ticket_codes import find_ticket_codes
from tests.dialogue.test_turns import Found
from tests.dialogue.tickets.talk import CODE, STORY, Talk


def test_what_kind_where_what_happened_read_back_yes_code(talk: Talk) -> None:
    assert talk.complains() == ["complaint"]
    assert "1022" in talk.text
    assert talk.say("khiếu nại về cán bộ") == ["must_know", "place"]
    assert "không thay cho đơn khiếu nại, tố cáo theo luật" in talk.text
    assert talk.say("ở phường Ba Đình ạ") == ["text"]
    assert talk.say(STORY) == ["confirm"]
    assert "Phường Ba Đình" in talk.text
    assert f"“{STORY}”" in talk.text
    assert talk.handed_in == []
    assert talk.say("đồng ý gửi") == ["received"]
    [draft] = talk.handed_in
    assert (draft.kind, draft.ward, draft.text) == (Kind.OFFICIAL, "00004", STORY)
    assert find_ticket_codes(talk.text) == [CODE]
    assert "Chưa có quy định về hạn trả lời" in talk.text
    assert talk.say("gửi") != ["received"]
    assert len(talk.handed_in) == 1


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("1", Kind.REPORT),
        ("cái thứ hai", Kind.PROPOSAL),
        ("Phản ánh", Kind.REPORT),
        ("Kiến nghị, góp ý", Kind.PROPOSAL),
        ("toi muon gop y", Kind.PROPOSAL),
        ("Khiếu nại, phản ánh về cán bộ", Kind.OFFICIAL),
        ("tố cáo cán bộ", Kind.OFFICIAL),
    ],
)
def test_the_kind_is_chosen_by_number_or_words(talk: Talk, said: str, kind: Kind) -> None:
    talk.complains()
    assert talk.say(said)[-1] == "place"
    assert talk.memory.ticket.kind is kind


def test_a_place_named_at_once_is_not_asked_for(talk: Talk) -> None:
    talk.say("cán bộ phường Ba Đình hách dịch quá", service.complaint)
    assert talk.say("3") == ["must_know", "text"]
    assert "không thay cho đơn khiếu nại, tố cáo theo luật" in talk.text


def test_a_former_name_that_is_several_wards_now_is_asked_back(talk: Talk) -> None:
    talk.complains()
    talk.say("1")
    assert talk.say("phường Trung Hòa cũ") == ["which_ward"]
    assert talk.say("Phường Yên Hòa") == ["text"]


def test_who_does_not_know_the_place_goes_on_without(talk: Talk) -> None:
    talk.complains()
    talk.say("1")
    assert talk.say("ở gần hồ ấy") == ["place_again"]
    assert talk.say("tôi không rõ") == ["text"]
    assert talk.say(STORY) == ["confirm"]
    assert "Nơi: không rõ" in talk.text


@pytest.mark.parametrize(
    "said", ["không", "chưa", "để tôi xem", "dạ", "anh ơi", "hay là thôi nhỉ gửi"]
)
def test_nothing_but_a_yes_sends(told: Talk, said: str) -> None:
    told.say(said)
    assert told.handed_in == []


@pytest.mark.parametrize("said", ["gửi", "gửi đi ạ", "đồng ý", "có", "1", "vâng", "ok gui giup em"])
def test_a_yes_sends(told: Talk, said: str) -> None:
    assert told.say(said) == ["received"]


@pytest.mark.parametrize("said", ["vâng", "dạ vâng", "ừ"])
def test_who_listens_on_the_telephone_has_not_agreed(told: Talk, said: str) -> None:
    assert told.say(said, heard=()) == ["not_sent"]
    assert told.handed_in == []


@pytest.mark.parametrize("step", range(4))
@pytest.mark.parametrize("said", ["thôi", "Thôi, không gửi nữa", "hủy đi"])
def test_it_can_be_left_at_every_point(talk: Talk, step: int, said: str) -> None:
    talk.complains()
    for before in ("3", "phường Ba Đình", STORY)[:step]:
        talk.say(before)
    assert talk.say(said) == ["cancelled"]
    assert talk.memory.ticket.asks is None
    assert talk.say("gửi", moves.affirm) != ["received"]
    assert talk.handed_in == []


def test_what_happened_may_sound_like_leaving(talk: Talk) -> None:
    talk.complains()
    talk.say("3")
    talk.say("không rõ")
    assert talk.say("cán bộ tự ý hủy hồ sơ của tôi") == ["confirm"]


def test_what_happened_may_name_a_case_and_a_ticket(talk: Talk) -> None:
    talk.complains()
    talk.say("1")
    talk.say("không rõ")
    assert talk.say(f"hồ sơ H26.12-250701-0001 trễ hẹn, đã gửi {CODE} rồi") == ["confirm"]


def test_text_and_place_can_be_put_right_before_it_is_sent(told: Talk) -> None:
    assert told.say("sửa nội dung") == ["text"]
    assert told.say("cán bộ không nhận hồ sơ của mẹ tôi") == ["confirm"]
    assert told.say("sai phường rồi") == ["place"]
    assert told.say("phường Yên Hòa") == ["confirm"]
    assert told.say("gửi") == ["received"]
    [draft] = told.handed_in
    assert draft.text == "cán bộ không nhận hồ sơ của mẹ tôi"
    assert draft.ward != "00004"


def test_what_comes_to_mind_after_it_was_read_back_is_added(told: Talk) -> None:
    assert told.say("với lại họ còn bắt tôi chờ hai tiếng") == ["confirm"]
    assert told.handed_in == []
    told.say("gửi")
    [draft] = told.handed_in
    assert draft.text == f"{STORY}. với lại họ còn bắt tôi chờ hai tiếng"


@pytest.mark.parametrize(
    "said", ["có cần bổ sung giấy tờ không?", "xin kể thêm chút", "còn nữa ạ anh ơi"]
)
def test_who_tells_nothing_more_adds_nothing(told: Talk, said: str) -> None:
    told.say(said)
    told.say("gửi")
    assert [draft.text for draft in told.handed_in] in ([], [STORY])


def test_who_wants_to_be_heard_is_not_answered_by_a_search(talk: Talk) -> None:
    talk.world.searcher.found = Found("clarify", ["1.000894", "1.001193"], ["1.000894", "1.001193"])  # type: ignore[attr-defined]
    assert talk.say("em muốn góp ý là app khó dùng quá ạ") == ["complaint"]
    assert talk.text.startswith("Cảm ơn anh/chị đã góp ý.")


def test_who_only_was_angry_is_not_held(talk: Talk) -> None:
    talk.complains()
    assert talk.say("1.000894 lệ phí", topical=True, aspects=(Aspect.FEE,)) == ["procedure"]
    assert talk.memory.ticket.asks is None


def test_a_lost_answer_makes_no_second_ticket(told: Talk) -> None:
    told.down = True
    assert told.say("gửi") == ["down"]
    told.down = False
    token = told.memory.ticket.token
    assert told.say("gửi") == ["received"]
    assert told.handed_in[0].token == token
    assert not any(map(str.isdigit, token)), "what looks like a number is redacted in slots"


TOLD = "tôi muốn phản ánh cán bộ tên Hoa phường Ba Đình quát mẹ tôi sáng nay ở quầy hai"


def test_who_tells_all_at_once_does_not_tell_it_twice(talk: Talk) -> None:
    talk.say(TOLD, service.complaint)
    assert talk.say("3") == ["must_know", "confirm"]
    assert f"“{TOLD}”" in talk.text
    assert "Phường Ba Đình" in talk.text


def test_what_had_a_personal_number_in_it_is_told_anew(talk: Talk) -> None:
    talk.say(TOLD, service.complaint, personal=True)
    assert talk.say("1") == ["text"]


def test_the_kind_can_be_put_right_before_it_is_sent(told: Talk) -> None:
    assert told.say("sửa loại") == ["kind"]
    assert told.say("2") == ["confirm"]
    assert told.say("à khoan, đổi sang phản ánh") == ["confirm"]
    assert told.say("gửi") == ["received"]
    [draft] = told.handed_in
    assert (draft.kind, draft.ward, draft.text) == (Kind.REPORT, "00004", STORY)


def test_who_wants_a_person_chooses_no_kind_about_one(talk: Talk) -> None:
    talk.complains()
    assert talk.say("cho tôi gặp cán bộ", service.handover) == ["handover"]
    talk.complains()
    wish = "cán bộ nào đó ra nói chuyện với tôi"
    assert talk.say(wish, service.handover, wants_person=True) == ["handover"]


def test_what_happened_may_tell_of_such_a_wish(talk: Talk) -> None:
    talk.complains()
    talk.say("1")
    talk.say("không rõ")
    assert talk.say("tôi xin gặp cán bộ tư pháp mà bị đuổi về") == ["confirm"]


def test_a_district_is_no_place_any_more(talk: Talk) -> None:
    talk.complains()
    talk.say("1")
    assert talk.say("quận Cầu Giấy") == ["no_district"]
    assert talk.say("phường Cầu Giấy, quận Cầu Giấy cũ") == ["text"]


def test_who_praises_is_thanked(talk: Talk) -> None:
    talk.say("góp ý: cán bộ rất nhiệt tình", service.complaint)
    assert talk.text.startswith("Cảm ơn anh/chị đã góp ý.")
    talk.say("phường làm ăn chậm quá", service.complaint)
    assert talk.text.startswith("Rất tiếc")


@pytest.mark.parametrize("said", ["địt mẹ", "đm chúng mày", "lũ ăn hại"])
def test_who_only_swears_is_answered_calmly(talk: Talk, said: str) -> None:
    assert talk.say(said, service.out_of_scope) == ["calm"]
    assert "tôi muốn phản ánh" in talk.text
