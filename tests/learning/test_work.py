"""The jobs on a small real index: a phrasing is compared, approved, applied, found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue import switch
from bot.catalogue.store import Catalogue, load_catalogue
from bot.catalogue.taught import read_taught, write_taught
from bot.jobs.run import Refused
from bot.learning import work
from bot.learning.changes import Changes, NotTaught
from bot.learning.examples import version
from bot.retrieval.current import current_version
from bot.retrieval.evaluate import Question
from bot.retrieval.opened import open_searcher
from bot.settings import settings
from bot.staff.who import Who
from bot.store import Store, migrate
from tests.learning.conftest import Talk
from tests.retrieval.conftest import in_var, small, var  # noqa: F401 - fixtures

CARD = "1.014064"  # a new copy of the identity card
SAID = "cái thẻ chíp rơi xuống hồ rồi"
BY_LAN: dict[str, Any] = {"author": Who("Lan"), "procedures": load_catalogue().procedures}
STEPS: list[str] = []


def tell(step: str, done: int, total: int) -> None:
    STEPS.append(step)


@pytest.fixture
def store(
    in_var: Path,  # noqa: F811
    small: Catalogue,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Store]:
    """The small catalogue in force; few questions, so that a comparison is quick."""
    monkeypatch.setattr(switch, "on_switch", [])
    switch.install(dict(small.procedures), {})
    few = {"Câu hỏi thường ngày": [Question("làm lại thẻ căn cước bị mất", frozenset({CARD}))]}
    monkeypatch.setattr(work, "own_sets", lambda folder: few)
    migrate(settings().database)
    store = Store(settings().database)
    yield store
    store.close()


def test_a_phrasing_from_the_queue_into_force(store: Store) -> None:
    Talk(store)("an", (SAID, "none"))
    before = open_searcher().search(SAID)
    assert before.matched_by != "alias"
    assert work.gather(store, "", tell) == "Thêm 1 lượt."

    changes = Changes(store)
    change = changes.propose("phrasing", CARD, SAID, **BY_LAN, theme=1)
    with pytest.raises(Refused, match="chưa được duyệt"):
        work.apply_change(store, str(change), tell)
    version = current_version()
    assert work.compare_change(store, str(change), tell) == "Không có gì kém đi."
    assert current_version() == version  # built in a folder of its own
    row = changes.get(change)
    assert row
    assert row.figures
    assert row.figures["taught"]["after"] == [1, 1]  # the phrasing, and what was said
    assert not list(settings().var_dir.glob("learning-*"))

    changes.approve(change, Who("Minh"))
    work.apply_change(store, str(change), tell)
    assert read_taught() == {CARD: (SAID,)}
    found = open_searcher().search(SAID)  # the same process, without a restart
    assert (found.codes[0], found.matched_by) == (CARD, "alias")

    again = changes.propose(
        "phrasing",
        CARD,
        "thẻ gắn chíp trôi theo dòng sông",
        **BY_LAN,
    )
    changes.compared(again, {"losses": []}, version)
    with pytest.raises(NotTaught, match="đánh giá lại"):
        changes.approve(again, Who("Minh"))


def test_what_was_taught_stays_when_the_index_cannot_be_built(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = Changes(store)
    change = changes.propose(
        "phrasing",
        CARD,
        "thẻ gắn chíp bị chó gặm nát bươm",
        **BY_LAN,
    )
    changes.compared(change, {"losses": []}, current_version())
    changes.approve(change, Who("Minh"))

    def full(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(work, "build_index", full)
    taught, version = read_taught(), current_version()
    with pytest.raises(OSError, match="no space"):
        work.apply_change(store, str(change), tell)
    assert (read_taught(), current_version()) == (taught, version)
    row = changes.get(change)
    assert row
    assert row.state == "passed"


def test_what_does_harm_is_taken_back(store: Store) -> None:
    changes = Changes(store)
    text = "cái thẻ nhựa cứng gãy đôi vì ngồi lên"
    change = changes.propose("phrasing", CARD, text, **BY_LAN)
    with pytest.raises(Refused, match="không đang dùng"):
        work.take_back(store, str(change), tell)
    changes.compared(change, {"losses": []}, current_version())
    changes.approve(change, Who("Minh"))
    before = read_taught()
    work.apply_change(store, str(change), tell)
    assert open_searcher().search(text).matched_by == "alias"
    work.take_back(store, str(change), tell)
    assert open_searcher().search(text).matched_by != "alias"
    assert {code: said for code, said in read_taught().items() if said} == before
    row = changes.get(change)
    assert row
    assert row.state == "taken_back"
    changes.propose("phrasing", CARD, text, **BY_LAN)  # it may be tried again


def test_killed_in_the_middle_nothing_is_taught(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who refuses it afterwards must not find it in force with the next index."""
    changes = Changes(store)
    change = changes.propose("phrasing", CARD, "thẻ gắn chíp kẹt trong máy giặt", **BY_LAN)
    changes.compared(change, {"losses": []}, current_version())
    changes.approve(change, Who("Minh"))
    taught = read_taught()
    at_the_kill: list[object] = []
    monkeypatch.setattr(work, "build_index", lambda *_, **__: at_the_kill.append(read_taught()))
    work.apply_change(store, str(change), tell)
    assert at_the_kill == [taught]


def test_what_another_change_or_an_import_ruled_out_is_refused(store: Store) -> None:
    """Proposed for two procedures at once; the first is in force by now."""
    changes = Changes(store)
    text = "thẻ gắn chíp bay mất theo cơn bão"
    late = changes.propose("phrasing", "1.001193", text, **BY_LAN)
    gone = changes.propose("phrasing", "1.013797", "tờ khai con tàu nhỏ xíu mới đóng", **BY_LAN)
    write_taught({CARD: (text,)})
    for change, reason in ((late, "Gần trùng"), (gone, "Danh mục không có mã")):
        with pytest.raises(Refused, match=reason):
            work.compare_change(store, str(change), tell)
        changes.compared(change, {"losses": []}, current_version())
        changes.approve(change, Who("Minh"))
        with pytest.raises(Refused, match=reason):
            work.apply_change(store, str(change), tell)
    write_taught({})


def test_a_change_that_is_not_there_is_refused(store: Store) -> None:
    for act in (work.compare_change, work.apply_change, work.take_back):
        with pytest.raises(Refused, match="Không có đề xuất này"):
            act(store, "99", tell)


def test_only_a_phrasing_is_put_in_force(store: Store) -> None:
    changes = Changes(store)
    example = changes.propose("example", "ask_fee", "khoản nộp ấy nó là mấy", **BY_LAN)
    changes.compared(example, {"losses": []}, version(changes.accepted()))
    changes.approve(example, Who("Minh"))
    with pytest.raises(Refused, match="chưa được duyệt"):
        work.apply_change(store, str(example), tell)
    with pytest.raises(Refused, match="không đang dùng"):
        work.take_back(store, str(example), tell)
