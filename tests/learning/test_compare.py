"""Before and after: what counts as worse, and what is never shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from bot.learning.compare import FILES, compare, development_sets, own_sets, place_of
from bot.retrieval.evaluate import Question
from bot.settings import settings

EVERYDAY, OUTSIDE = "Câu hỏi thường ngày", "Ngoài phạm vi"
SETS = {
    EVERYDAY: [Question("mất thẻ", frozenset({"A"})), Question("đẻ con", frozenset({"B"}))],
    OUTSIDE: [Question("thời tiết", frozenset())],
}


@dataclass(frozen=True)
class Found:
    codes: list[str]
    decision: str = "answer"


@dataclass(frozen=True)
class Fake:
    found: dict[str, Found] = field(default_factory=dict)

    def search_many(self, texts: Sequence[str]) -> list[Found]:
        usual = {"mất thẻ": Found(["A", "B"]), "đẻ con": Found(["B", "A"])}
        usual["thời tiết"] = Found(["A"], "none")
        return [self.found.get(text, usual[text]) for text in texts]


def compared(after: Fake, before: Fake | None = None) -> dict[str, Any]:
    return compare(cast(Any, before or Fake()), cast(Any, after), SETS)


def test_the_same_is_no_loss() -> None:
    found = compared(Fake())
    assert found["losses"] == found["changed"] == []
    row = {"size": 2, "first": 2, "five": 2, "refused": 0}
    assert found["sets"][EVERYDAY] == {"before": row, "after": row}


@pytest.mark.parametrize(
    ("text", "now", "name"),
    [
        ("mất thẻ", Found(["B", "A"]), EVERYDAY),  # no longer first
        ("mất thẻ", Found(["C", "D"]), EVERYDAY),  # no longer among the first
        ("mất thẻ", Found(["A"], "none"), EVERYDAY),  # refused
        ("thời tiết", Found(["A"]), OUTSIDE),  # no longer refused
    ],
)
def test_one_question_worse_is_a_loss(text: str, now: Found, name: str) -> None:
    found = compared(Fake({text: now}))
    assert found["losses"] == [name]


def test_what_came_out_otherwise_is_shown() -> None:
    better = compared(Fake(), before=Fake({"mất thẻ": Found(["B"], "clarify")}))
    assert better["losses"] == []
    assert better["changed"] == [{"question": "mất thẻ", "before": "B", "after": "A"}]


def test_questions_of_the_development_half_are_only_counted() -> None:
    sets = {"portal FAQ (1)": [Question("mất thẻ", frozenset({"A"}))]}
    found = compare(cast(Any, Fake()), cast(Any, Fake({"mất thẻ": Found(["B"])})), sets)
    assert found["losses"] == ["portal FAQ (1)"]
    assert found["changed"] == []


def test_our_sets_are_there() -> None:
    sets = own_sets(settings().data_dir / "retrieval")
    sizes = {name: len(questions) for name, questions in sets.items()}
    assert list(sizes) == list(FILES)
    assert sizes[EVERYDAY] == sizes["… gõ Telex"] == 300
    assert all(q.accept for name, qs in sets.items() for q in qs if name == EVERYDAY)
    assert not any(q.accept for q in sets[OUTSIDE])


def test_no_development_half_unless_configured() -> None:
    assert development_sets("") == {}


def test_places() -> None:
    assert place_of("A", cast(Any, [Found(["B", "A"]), Found(["C"])])) == [2, None]
