"""A change: who may do what with it, and when."""

from __future__ import annotations

from typing import Any

import pytest

from bot.catalogue.store import load_catalogue
from bot.learning import changes as module
from bot.learning.changes import Changes, NotTaught
from bot.staff.who import Who
from bot.store import Store

BIRTH = "1.001193"
TEXT = "thằng cu nhà em chào đời, xin tờ giấy đầu tiên cho nó"
BY_LAN: dict[str, Any] = {"author": Who("Lan"), "procedures": load_catalogue().procedures}
GOOD: dict[str, Any] = {"sets": {}, "losses": [], "changed": []}
BAD: dict[str, Any] = {**GOOD, "losses": ["Kể sự việc"]}


@pytest.fixture
def changes(store: Store, monkeypatch: pytest.MonkeyPatch) -> Changes:
    monkeypatch.setattr(module, "current_version", lambda: "now")
    return Changes(store)


@pytest.fixture
def change(changes: Changes) -> int:
    return changes.propose("phrasing", BIRTH, f"  {TEXT} ", **BY_LAN)


def state(changes: Changes, change: int) -> str:
    row = changes.get(change)
    assert row
    return row.state


def test_it_is_written_down_tidily(changes: Changes, change: int) -> None:
    row = changes.get(change)
    assert row
    assert (row.text, row.author, row.state) == (TEXT, "Lan", "proposed")


def test_what_breaks_a_rule_is_not_written_down(changes: Changes) -> None:
    with pytest.raises(NotTaught, match="số cá nhân"):
        changes.propose("phrasing", BIRTH, "gọi tôi 0912345678", **BY_LAN)
    assert not changes.all()


def test_the_same_phrasing_is_not_proposed_twice(changes: Changes, change: int) -> None:
    for code in (BIRTH, "1.004884"):
        with pytest.raises(NotTaught, match=f"đã có ở đề xuất số {change}, dạy cho {BIRTH}"):
            changes.propose("phrasing", code, TEXT.upper(), **BY_LAN)
    changes.refuse(change, Who("Lan"))
    changes.propose("phrasing", BIRTH, TEXT, **BY_LAN)


def test_nobody_approves_their_own(changes: Changes, change: int) -> None:
    changes.compared(change, GOOD, "now")
    with pytest.raises(NotTaught, match="không tự duyệt"):
        changes.approve(change, Who("Lan"))


@pytest.mark.parametrize(
    ("figures", "version", "reason"),
    [
        (None, "", "không có gì kém đi"),
        (BAD, "now", "không có gì kém đi"),
        (GOOD, "then", "đánh giá lại"),
    ],
)
def test_only_without_loss_on_what_is_in_force(
    changes: Changes, change: int, figures: dict[str, Any] | None, version: str, reason: str
) -> None:
    if figures:
        changes.compared(change, figures, version)
    with pytest.raises(NotTaught, match=reason):
        changes.approve(change, Who("Minh"))


def test_a_colleague_approves_and_it_is_applied(changes: Changes, change: int) -> None:
    changes.compared(change, GOOD, "now")
    changes.approve(change, Who("Minh"))
    assert state(changes, change) == "passed"
    changes.applied(change)
    assert state(changes, change) == "applied"
    assert not changes.refuse(change, Who("Minh"))


def test_a_refused_one_stays_refused(changes: Changes, change: int) -> None:
    assert changes.refuse(change, Who("Lan"))
    changes.compared(change, GOOD, "now")
    assert state(changes, change) == "refused"
    with pytest.raises(NotTaught, match="không còn chờ duyệt"):
        changes.approve(change, Who("Minh"))
