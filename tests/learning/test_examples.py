"""Examples of intents: compared with what is trained, accepted, taken into the repository.

Rasa's side is played by a short program here; tests/nlu/test_compare.py trains for real.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.store import load_catalogue
from bot.jobs.run import Refused
from bot.learning import examples, work
from bot.learning.changes import Changes, NotTaught
from bot.learning.examples import Asked, NotCompared, compare, own_sets
from bot.learning.tables import LearningChange
from bot.learning.words import intents
from bot.settings import settings
from bot.staff.who import Who
from bot.store import Store

NEW = ("ask_fee", "khoản nộp ấy nó là mấy")
OTHER = ("ask_fee", "đóng cả thảy mấy chục")
BY_LAN: dict[str, Any] = {"author": Who("Lan"), "procedures": load_catalogue().procedures}
MINH = Who("Minh")
# Understands "xin chào" as before or otherwise, and everything else as what is taught.
RASA = """#!{python}
import json, sys
from pathlib import Path
folder = Path(sys.argv[3])
asked = json.loads((folder / "asked.json").read_text())
greet = {{"before": "greet", "after": "{greeting}"}}
other = {{"before": "nlu_fallback", "after": "ask_fee"}}
told = {{
    side: [greet[side] if q == "xin chào" else other[side] for q in asked["questions"]]
    for side in ("before", "after")
}}
(folder / "told.json").write_text(json.dumps(told))
"""
FEW = {
    "Câu chào": [Asked("xin chào", "greet".__eq__)],
    "Câu phí": [Asked("hết mấy", "ask_fee".__eq__)],
}
Play = Callable[[str], None]


@pytest.fixture
def rasa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Afterwards a greeting is understood as what is named."""

    def play(greeting: str) -> None:
        program = tmp_path / "rasa"
        program.write_text(RASA.format(python=sys.executable, greeting=greeting), encoding="utf-8")
        program.chmod(0o700)
        monkeypatch.setattr(examples, "PYTHON", program)

    return play


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few questions, and trials in a folder of the test's own."""
    monkeypatch.setattr(settings(), "var_dir", tmp_path)
    monkeypatch.setattr(work.examples, "own_sets", lambda: FEW)


def told(store: Store, change: int) -> LearningChange:
    row = Changes(store).get(change)
    assert row
    return row


def no_steps(step: str, done: int, total: int) -> None:
    """Nobody follows."""


def test_both_are_asked_the_same(rasa: Play, tmp_path: Path) -> None:
    rasa("goodbye")
    folder = tmp_path / "trial"
    folder.mkdir()
    found = compare([], NEW, ["bao nhiêu thế em"], FEW, folder)
    assert found["sets"]["Câu chào"] == {
        "before": {"size": 1, "first": 1}, "after": {"size": 1, "first": 0},
    }  # fmt: skip
    assert found["sets"]["Câu phí"]["after"]["first"] == 1
    assert found["losses"] == ["Câu chào"]
    assert {"question": "xin chào", "before": "greet", "after": "goodbye"} in found["changed"]
    assert found["taught"] == {"before": ["nlu_fallback"] * 2, "after": ["ask_fee"] * 2}


def test_accepted_once_nothing_got_worse(rasa: Play, store: Store) -> None:
    changes = Changes(store)
    change = changes.propose("example", *NEW, **BY_LAN)
    with pytest.raises(NotTaught, match="không có gì kém đi"):
        changes.approve(change, MINH)
    rasa("goodbye")
    assert work.compare_change(store, str(change), no_steps) == "Có chỗ kém đi: Câu chào."
    with pytest.raises(NotTaught, match="không có gì kém đi"):
        changes.approve(change, MINH)
    rasa("greet")
    assert work.compare_change(store, str(change), no_steps) == "Không có gì kém đi."
    changes.approve(change, MINH)
    assert told(store, change).state == "accepted"
    assert changes.accepted() == [NEW]


def test_compared_again_after_another_was_accepted(rasa: Play, store: Store) -> None:
    rasa("greet")
    changes = Changes(store)
    one, other = (changes.propose("example", *new, **BY_LAN) for new in (NEW, OTHER))
    for change in (one, other):
        work.compare_change(store, str(change), no_steps)
    changes.approve(one, MINH)
    with pytest.raises(NotTaught, match="đánh giá lại"):
        changes.approve(other, MINH)
    work.compare_change(store, str(other), no_steps)
    changes.approve(other, MINH)
    assert changes.accepted() == [NEW, OTHER]
    assert changes.refuse(one, MINH)  # not exported yet: it can still be dropped
    assert changes.accepted() == [OTHER]


@pytest.mark.parametrize("program", ["/bin/false", "/nowhere/python"])
def test_without_rasa_the_change_stays_as_it_was(
    program: str, store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(examples, "PYTHON", Path(program))
    with pytest.raises(NotCompared):
        compare([], NEW, [], FEW, tmp_path)
    change = Changes(store).propose("example", *NEW, **BY_LAN)
    with pytest.raises(Refused, match="có thể làm lại"):
        work.compare_change(store, str(change), no_steps)
    assert told(store, change).state == "proposed"


def test_nothing_that_is_asked_is_trained() -> None:
    sets = own_sets()
    assert [len(asked) for asked in sets.values()] == [217, 215, 300]
    trained = {text for texts in intents().values() for text in texts}
    assert not trained & {q.text for asked in sets.values() for q in asked}
