"""Who asks about another province hears first that Hanoi's rules are all we know."""

from __future__ import annotations

from typing import Any, cast

from bot.answers.reply import Reply
from bot.dialogue import otherplace
from bot.dialogue.state import State
from bot.dialogue.turn import Outcome, Turn, World

NO_WORLD = cast(Any, None)  # nothing is looked up
CARD = Reply(text="Đăng ký thường trú", payload={"type": "procedure"}, spoken="Thủ tục")


def answered(turn: Turn, _: World) -> Outcome:
    return Outcome((CARD,), turn.state, "answer", ("1.004222",))


def missed(turn: Turn, _: World) -> Outcome:
    return Outcome((CARD,), turn.state, "none")


def test_the_answer_comes_after_what_it_is_worth_there() -> None:
    turn = Turn("đăng ký thường trú ở Đà Nẵng", State())
    note, card = otherplace.noted(answered)(turn, NO_WORLD).replies
    assert "Nếu làm ở Đà Nẵng" in note.text
    assert "18001096" in note.text
    assert card == CARD


def test_an_answer_for_hanoi_and_a_miss_stay_as_they_are() -> None:
    for respond, text in ((answered, "đăng ký thường trú"), (missed, "thời tiết ở Đà Nẵng")):
        assert otherplace.noted(respond)(Turn(text, State()), NO_WORLD).replies == (CARD,)
