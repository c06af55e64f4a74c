"""What the law has procedures for is answered as one, and is no ticket."""

from __future__ import annotations

import pytest

from bot.dialogue import respond, service
from tests.dialogue.test_turns import Found
from tests.dialogue.tickets.talk import Respond, Talk

_POLICE = ["1.003504", "1.004335"]
_LAWFUL = Found("clarify", _POLICE, _POLICE)


@pytest.mark.parametrize(
    "said",
    [
        "khiếu nại quyết định hành chính",
        "thủ tục tố cáo",
        "khieu nai quyet dinh xu phat cua cong an phuong",
    ],
)
def test_the_procedure_of_a_complaint_is_no_ticket(talk: Talk, said: str) -> None:
    talk.world.searcher.found = _LAWFUL  # type: ignore[attr-defined]
    assert talk.say(said, service.complaint)[0] == "by_law"
    assert talk.memory.ticket.asks is None


def test_a_lawful_complaint_is_not_taken_for_one_about_an_official(talk: Talk) -> None:
    talk.complains()
    talk.world.searcher.found = _LAWFUL  # type: ignore[attr-defined]
    assert talk.say("thủ tục khiếu nại", service.complaint)[0] == "by_law"


@pytest.mark.parametrize(
    "said", ["muốn tố cáo thì nộp ở đâu", "tố cáo cán bộ phường thì gửi đơn đến đâu"]
)
@pytest.mark.parametrize("move", [service.complaint, respond.ask])
def test_where_a_denunciation_goes_is_asked_of_the_law_however_it_was_understood(
    talk: Talk, move: Respond, said: str
) -> None:
    talk.world.searcher.found = _LAWFUL  # type: ignore[attr-defined]
    assert talk.say(said, move)[0] == "by_law"
    assert talk.memory.ticket.asks is None


@pytest.mark.parametrize("move", [service.complaint, respond.ask])
def test_what_the_catalogue_has_no_procedure_for_is_said(talk: Talk, move: Respond) -> None:
    assert talk.say("Đơn khiếu nại đất đai gửi cho ai", move) == ["no_such_law"]
    assert "19001009" in talk.text
    assert talk.memory.ticket.asks is None
    assert talk.complains() == ["complaint"]


def test_a_procedure_of_something_else_is_not_told_as_one_of_the_law(talk: Talk) -> None:
    talk.world.searcher.found = Found("answer", ["1.000894"])  # type: ignore[attr-defined]
    said = "hàng xóm xây nhà trái phép tố cáo ở đâu"
    assert talk.say(said, service.complaint) == ["complaint"]
