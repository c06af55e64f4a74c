"""Back to what was talked about, side by side, two at once: with the index in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answers.aspect import Aspect
from bot.dialogue import moves
from bot.dialogue.respond import ask
from bot.dialogue.state import MAX_RECENT, State
from bot.dialogue.turn import Outcome, Turn, World
from bot.retrieval.pipeline import Searcher

GUARDIAN, SIGNATURE, SPLIT, AWAY = "1.004837", "2.000884", "1.010038", "1.003677"
DEATH, UNREGISTER, BIRTH, EXTRACT = "1.000656", "1.003197", "1.001193", "2.000635"
TALKED = State(procedure=SPLIT, recent=(GUARDIAN, SIGNATURE, SPLIT))


@pytest.fixture
def world(whole: Searcher) -> World:
    return World(searcher=whole, local=whole.catalogue.local, today=date(2026, 8, 1))


def kind(outcome: Outcome) -> str:
    payload = outcome.replies[0].payload
    return str(payload.get("kind") or payload["type"])


def test_the_first_and_the_latest_are_remembered() -> None:
    state = State()
    for code in "abcbdefg":
        state = state.answered(code, Aspect.FEE)
    assert state.recent == ("a", "d", "e", "f", "g")
    assert len(state.recent) == MAX_RECENT


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("quay lại cái trước", SIGNATURE),
        ("tro lai thu tuc truoc do", SIGNATURE),
        ("cái lúc nãy cơ", SIGNATURE),
        ("cái đầu tiên tôi hỏi", GUARDIAN),
        ("thế cái hỏi lúc đầu thì sao", GUARDIAN),
        ("quay lại vụ giám hộ đi", GUARDIAN),
        ("về lại cái chữ ký hồi nãy", SIGNATURE),
        ("còn cái thứ hai thì sao", SIGNATURE),
    ],
)
def test_back_to_an_earlier_one(world: World, text: str, code: str) -> None:
    assert ask(Turn(text, TALKED), world).codes == (code,)


def test_back_to_a_new_matter_is_a_search(world: World) -> None:
    assert ask(Turn("quay lại cái khai báo tạm vắng", TALKED), world).codes == (AWAY,)


def test_a_matter_that_begins_with_coming_back_is_no_going_back(world: World) -> None:
    assert GUARDIAN not in ask(Turn("xin trở lại quốc tịch Việt Nam", TALKED), world).codes


def test_nothing_to_go_back_to(world: World) -> None:
    assert kind(ask(Turn("quay lại cái lúc nãy", State()), world)) == "nothing_to_go_back_to"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("đăng ký khai tử khác xóa đăng ký thường trú ở chỗ nào", (DEATH, UNREGISTER)),
        ("khai bao tam vang voi tach ho khac nhau the nao", (AWAY, SPLIT)),
        ("cái này khác gì khai báo tạm vắng", (SPLIT, AWAY)),
        ("hai thủ tục vừa rồi khác gì nhau", (SIGNATURE, SPLIT)),
        (f"{BIRTH} với {EXTRACT} khác nhau chỗ nào", (BIRTH, EXTRACT)),
    ],
)
def test_two_side_by_side(world: World, text: str, codes: tuple[str, ...]) -> None:
    outcome = ask(Turn(text, TALKED), world)
    assert kind(outcome) == "compare"
    assert outcome.codes == codes
    assert outcome.state.choices == codes  # "cái thứ hai" takes one of them


def test_quicker_compares_the_time_alone(world: World) -> None:
    outcome = moves.compare(Turn("trong hai cái đó cái nào xong nhanh hơn", TALKED), world)
    assert [s["aspect"] for s in outcome.replies[0].payload["sections"]] == ["time"]


def test_the_options_of_an_open_question_are_compared(world: World) -> None:
    choosing = State(choices=(BIRTH, EXTRACT))
    assert moves.compare(Turn("khác nhau sao em", choosing), world).codes == (BIRTH, EXTRACT)


def test_ways_of_filing_are_no_two_procedures(world: World) -> None:
    turn = Turn("nộp mạng với ra tận nơi cái nào rẻ hơn", TALKED)
    outcome = moves.compare(turn, world)
    assert outcome.codes == (SPLIT,)
    assert outcome.state.aspect is Aspect.FEE


def test_a_comparison_of_nothing_asks_of_what(world: World) -> None:
    assert kind(moves.compare(Turn("so sánh đi", State()), world)) == "which_two"


def test_each_of_two_gets_its_own_question(world: World) -> None:
    text = "đăng ký giám hộ hết bao nhiêu tiền, còn tách hộ thì nộp ở đâu"
    said = ((text.index("bao nhiêu"), Aspect.FEE), (text.index("ở đâu"), Aspect.PLACE))
    turn = Turn(text, State(), aspects=(Aspect.FEE, Aspect.PLACE), said=said)
    outcome = ask(turn, world)
    told = [(r.payload["code"], r.payload["aspect"]) for r in outcome.replies]
    assert told == [(GUARDIAN, "fee"), (SPLIT, "place")]
    assert outcome.state.recent == (GUARDIAN, SPLIT)


def test_one_question_about_both(world: World) -> None:
    text = "em vừa tách hộ vừa khai báo tạm vắng thì cần giấy tờ gì"
    said = ((text.index("giấy tờ"), Aspect.PAPERS),)
    outcome = ask(Turn(text, State(), aspects=(Aspect.PAPERS,), said=said), world)
    assert outcome.codes == (SPLIT, AWAY)
    assert {r.payload["aspect"] for r in outcome.replies} == {"papers"}


def test_without_a_question_the_second_waits_behind_a_button(world: World) -> None:
    outcome = ask(Turn("tôi muốn tách hộ và khai báo tạm vắng", State()), world)
    first, second = outcome.replies
    assert first.payload["code"] == SPLIT
    assert AWAY in second.payload["quick_replies"][0]["text"]


@pytest.mark.parametrize(
    "text",
    [
        "đăng ký thường trú cho vợ và con gái",
        "cấp giấy phép xây dựng sửa chữa và cải tạo nhà",
        "đăng ký khai sinh, thường trú và cấp thẻ bảo hiểm y tế cho trẻ em",  # one does all
    ],
)
def test_one_matter_is_not_cut_in_two(world: World, text: str) -> None:
    assert len(ask(Turn(text, State(), aspects=(Aspect.FEE,)), world).replies) == 1


def test_what_is_gone_from_the_catalogue_is_not_gone_back_to(world: World) -> None:
    state = replace(TALKED, recent=("9.999999", SPLIT))
    assert ask(Turn("quay lại cái trước", state), world).codes == (SPLIT,)
