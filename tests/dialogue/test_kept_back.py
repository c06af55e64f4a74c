"""What staff took down is told by no way; as a choice it is marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.answers.aspect import Aspect
from bot.clock import HANOI
from bot.dialogue.kept_back import kept_back
from bot.dialogue.moves import compare
from bot.dialogue.outcomes import offer
from bot.dialogue.respond import ask
from bot.dialogue.state import State
from bot.dialogue.turn import Outcome, Turn, World
from bot.guides.model import load_guides
from bot.guides.reply import asked
from bot.notices.model import InForce, TakeDown
from bot.store import now
from tests.dialogue.test_turns import (  # noqa: F401 - fixtures
    COMPANIES,
    LIMITED,
    MARRIAGE,
    RESIDENCE,
    SEVERAL,
    catalogue,
    world,
)


@pytest.fixture
def down(world: World) -> World:  # noqa: F811
    return replace(world, notices=InForce({LIMITED: TakeDown(LIMITED)}))


def says(text: str, world: World, **members: object) -> Outcome:  # noqa: F811
    turn = Turn(text=text, state=State(), **members)  # type: ignore[arg-type]
    return kept_back(ask)(turn, world)


def test_its_code_brings_whom_to_ask_and_no_fact(down: World) -> None:
    outcome = says(LIMITED, down, aspects=(Aspect.FEE, Aspect.TIME))
    (reply,) = outcome.replies
    assert reply.payload["kind"] == "being_checked"
    assert "đang được kiểm tra lại" in reply.text
    assert "19001009" in reply.text
    assert "đồng" not in reply.text.replace("hội đồng", "")
    assert outcome.decision == "notice"
    assert outcome.codes == (LIMITED,)


def test_until_when_is_said_aloud_too(world: World) -> None:  # noqa: F811
    until = datetime(2026, 11, 24, 17, 0, tzinfo=HANOI)
    down = replace(world, notices=InForce({LIMITED: TakeDown(LIMITED, until=until)}))
    (reply,) = says(LIMITED, down).replies
    assert "sau 17:00 ngày 24/11/2026." in reply.text
    assert "sau mười bảy giờ ngày hai mươi bốn tháng mười một năm" in (reply.spoken or "")


def test_a_later_question_about_it_is_kept_back_too(down: World) -> None:
    first = says(LIMITED, down)
    turn = Turn(text="lệ phí bao nhiêu", state=first.state, aspects=(Aspect.FEE,))
    assert kept_back(ask)(turn, down).replies[0].payload["kind"] == "being_checked"


def test_another_procedure_is_told_as_ever(down: World) -> None:
    assert says(MARRIAGE, down) == says(MARRIAGE, replace(down, notices=InForce()))


def test_the_notice_names_office_and_time(down: World) -> None:
    until = now()
    notices = InForce({LIMITED: TakeDown(LIMITED, "Sở Tài chính, quầy 3", until)})
    text = says(LIMITED, replace(down, notices=notices)).replies[0].text
    assert "Anh/chị hỏi Sở Tài chính, quầy 3" in text
    assert "Dự kiến trả lời lại sau" in text


def test_as_a_choice_it_is_marked(down: World) -> None:
    turn = Turn(text="thành lập công ty", state=State())
    reply = kept_back(lambda turn, seen: offer(COMPANIES, turn, seen))(turn, down).replies[0]
    at = next(c for c in reply.payload["choices"] if c["code"] == LIMITED)
    line = reply.text.split("\n")[at["n"]]
    assert line.endswith("(đang kiểm tra lại thông tin)")
    assert at["hint"] == "Đang kiểm tra lại thông tin"
    assert f"Lựa chọn số {at['n']} đang kiểm tra lại thông tin" in _digits(reply.spoken)
    others = [c for c in reply.payload["choices"] if c["code"] != LIMITED]
    assert all("kiểm tra" not in c["hint"] for c in others)


def test_a_guides_option_is_marked_when_it_leads_nowhere_else(down: World) -> None:
    guide = load_guides()["khai-sinh"]
    question = asked(guide, "start")
    codes = {code for choice in question.payload["choices"] for code in choice["codes"]}
    notices = InForce({code: TakeDown(code) for code in codes})
    marked = kept_back(lambda turn, _: Outcome((question,), turn.state, "clarify"))(
        Turn(text="khai sinh", state=State()), replace(down, notices=notices)
    )
    count = marked.replies[0].text.count("(đang kiểm tra lại thông tin)")
    assert count == len(question.payload["choices"])


def test_it_is_not_compared(down: World) -> None:
    state = State(choices=(LIMITED, SEVERAL))
    outcome = kept_back(compare)(Turn(text="so sánh hai loại", state=state), down)
    assert outcome.replies[0].payload["kind"] == "being_checked"


def test_what_an_option_is_is_not_explained(down: World) -> None:
    turn = Turn(text="cái thứ nhất là gì", state=State(choices=(LIMITED, RESIDENCE)))
    text = kept_back(ask)(turn, down).replies[0].text
    assert "đang được kiểm tra lại" in text
    assert "dành cho" not in text


def _digits(spoken: str) -> str:
    words = {"một": "1", "hai": "2", "ba": "3", "bốn": "4"}
    return " ".join(words.get(word, word) for word in spoken.split())
