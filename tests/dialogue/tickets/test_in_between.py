"""What is asked while a draft waits: it is answered, and nothing of the draft is lost or sent."""

from __future__ import annotations

import pytest

from bot.answers.aspect import Aspect
from bot.dialogue import moves, service
from tests.dialogue.tickets.talk import STORY, Talk


def test_a_question_in_between_is_answered_and_the_draft_waits(told: Talk) -> None:
    about = {"topical": True, "aspects": (Aspect.FEE,)}
    assert told.say("1.000894 lệ phí", **about) == ["procedure", "waiting"]
    assert told.say("đúng", moves.affirm) != ["confirm"], "short words are about the question now"
    assert told.say("viết tiếp phản ánh") == ["confirm"]
    assert told.say("gửi") == ["received"]


@pytest.mark.parametrize("said", ["hồ sơ của tôi đến đâu rồi", "H26.12-250701-0001"])
def test_a_case_asked_about_in_between_is_looked_for_and_the_draft_waits(
    told: Talk, said: str
) -> None:
    assert told.say(said, service.case_status)[-1] == "waiting"
    assert told.say("thôi không tra nữa") == ["cancelled"]
    assert "không tra hồ sơ nữa" in told.text
    assert told.say("gửi", moves.affirm) == ["confirm"]


def test_who_leaves_the_draft_by_its_name_leaves_it_whatever_was_asked_for(told: Talk) -> None:
    told.say("hồ sơ của tôi đến đâu rồi", service.case_status)
    assert told.say("thôi, không gửi nữa") == ["cancelled"]
    assert "không gửi gì cả" in told.text


def test_to_send_after_a_question_in_between_is_read_back_once_more(told: Talk) -> None:
    told.say("1.000894 lệ phí", topical=True, aspects=(Aspect.FEE,))
    assert told.say("đồng ý gửi", moves.affirm) == ["confirm"]
    assert f"“{STORY}”" in told.text
    assert told.handed_in == []
    assert told.say("gửi") == ["received"]


@pytest.mark.parametrize("said", ["gửi?", "gửi rồi ạ?", "đồng ý gửi rồi ạ?"])
def test_a_question_is_no_yes(told: Talk, said: str) -> None:
    assert told.say(said) == ["not_sent"]
    assert told.handed_in == []


@pytest.mark.parametrize("said", ["cái này gửi cho ai", "ai đọc được", "bao giờ có trả lời"])
def test_who_reads_it_and_by_when_is_told_before_a_yes(told: Talk, said: str) -> None:
    assert told.say(said) == ["readers"]
    assert "Chỉ trưởng nhóm" in told.text
    assert "Chưa có quy định về hạn trả lời" in told.text
    assert told.say("gửi") == ["received"]


def test_a_person_asked_for_in_ones_own_words_leaves_the_draft(told: Talk) -> None:
    wish = "gọi ai đó ra đây nói chuyện với tôi coi"
    assert told.say(wish, service.handover, wants_person=True) == ["handover", "waiting"]
    assert told.say("thôi không chờ gặp cán bộ nữa", moves.deny) != ["cancelled"]
    assert told.say("gửi") == ["confirm"]


def test_a_question_while_the_kind_is_put_right_loses_nothing(told: Talk) -> None:
    told.say("sửa loại")
    told.say("1.000894 lệ phí", topical=True, aspects=(Aspect.FEE,))
    assert told.say("viết tiếp") == ["kind"]
    assert told.say("1") == ["confirm"]


@pytest.mark.parametrize("step", range(1, 4))
def test_who_wants_a_person_gets_one_and_the_draft_waits(talk: Talk, step: int) -> None:
    talk.complains()
    for before in ("1", "phường Ba Đình", STORY)[:step]:
        talk.say(before)
    asked = talk.memory.ticket.asks
    assert talk.say("cho tôi gặp cán bộ", service.handover) == ["handover", "waiting"]
    talk.say("viết tiếp")
    assert talk.memory.ticket.asks == asked
