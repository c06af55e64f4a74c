"""An official is accused in whatever form: a complaint is offered, and only leads read it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.dialogue import respond, service
from bot.dialogue.tickets.accusing import accuses
from bot.dialogue.tickets.official import about_official
from bot.dialogue.turn import Turn
from bot.settings import settings
from tests.dialogue.tickets.talk import Respond, Talk


def for_leads(talk: Talk, text: str) -> bool:
    before = talk.memory
    assert talk.last is None
    talk.say(text)
    assert talk.last
    return about_official(Turn(text, before), talk.last)


@pytest.mark.parametrize(
    "said",
    [
        "sao anh cán bộ một cửa lại bắt tôi đưa tiền vậy?",
        "sao anh can bo mot cua lai bat toi dua tien vay",
        "tại sao cán bộ phường quát mắng dân thế?",
        "sao chi o phuong doi phong bi moi lam",
        "cán bộ đòi 500 nghìn mới làm khai sinh cho con tôi có đúng không?",
        "ông chủ tịch xã lại đi chửi mẹ tôi là sao",
        "làm khai sinh mà cũng phải lót tay à",
    ],
)
def test_an_accusation_in_a_question_is_offered_as_a_complaint(talk: Talk, said: str) -> None:
    assert for_leads(talk, said)
    assert talk.memory.ticket.asks == "kind"
    assert talk.say("3")[0] == "must_know"


def test_what_else_it_asks_is_answered_first(talk: Talk) -> None:
    asked = "1.000894 lệ phí bao nhiêu mà cán bộ đòi tôi 500 nghìn"
    assert talk.say(asked, respond.ask) == ["procedure", "complaint"]


def test_a_wish_for_a_person_in_it_is_kept(talk: Talk) -> None:
    said = "cán bộ quát tôi, cho tôi gặp lãnh đạo"
    assert talk.say(said, service.handover) == ["handover", "complaint"]


def test_one_that_asks_for_the_law_gets_it_and_is_read_by_leads_all_the_same(talk: Talk) -> None:
    said = "tôi gửi đơn tố cáo anh cán bộ phường đòi tiền tôi thì gửi cho ai"
    assert for_leads(talk, said)
    assert talk.memory.ticket.asks is None


@pytest.mark.parametrize(
    "said",
    [
        "cán bộ phường làm việc đến mấy giờ",
        "cán bộ đòi giấy xác nhận độc thân thì lấy ở đâu",
        "ủy ban xã dời qua chỗ nào rồi",
        "đổi tiền ở đâu",
        "đưa phong bì cho cán bộ thì bị xử lý thế nào",
        "thủ tục tố cáo cán bộ nhũng nhiễu",
    ],
)
def test_a_question_is_none(talk: Talk, said: str) -> None:
    assert not for_leads(talk, said)
    assert talk.memory.ticket.asks is None


def test_who_complains_of_an_official_is_read_by_leads_before_the_kind_is_chosen(
    talk: Talk,
) -> None:
    said = "tôi muốn phản ánh thái độ cán bộ phường"
    talk.say(said, service.complaint)
    assert talk.last
    assert about_official(Turn(said, type(talk.memory)()), talk.last)


@pytest.mark.parametrize(
    "said",
    [
        "tôi muốn khen chị cán bộ ở phường Ba Đình",
        "cán bộ phường hôm nay hướng dẫn rất nhiệt tình",
        "chị cán bộ rất tận tình, không hách dịch như nơi khác",
    ],
)
@pytest.mark.parametrize("move", [service.complaint, respond.ask])
def test_who_praises_is_thanked_and_everybody_may_read_it(
    talk: Talk, move: Respond, said: str
) -> None:
    before = talk.memory
    assert talk.say(said, move) == ["complaint"]
    assert talk.text.startswith("Cảm ơn anh/chị đã góp ý.")
    assert talk.last
    assert not about_official(Turn(said, before), talk.last)


def test_praise_that_is_taken_back_is_a_complaint(talk: Talk) -> None:
    talk.say("cán bộ phường không nhiệt tình gì cả", service.complaint)
    assert talk.text.startswith("Rất tiếc")


def test_who_wants_a_person_to_denounce_an_official_is_read_by_leads(talk: Talk) -> None:
    said = "tôi muốn gặp lãnh đạo để tố cáo cán bộ"
    talk.say(said, service.handover, wants_person=True)
    assert talk.last
    assert about_official(Turn(said, talk.memory, wants_person=True), talk.last)


def test_of_our_own_questions_only_the_one_that_is_an_accusation() -> None:
    files = sorted(Path(settings().data_dir, "retrieval").glob("questions*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    questions = [json.loads(line)["question"] for line in lines]
    assert len(questions) > 2000
    assert [one for one in questions if accuses(one)] == ["công an phường vòi tiền"]
