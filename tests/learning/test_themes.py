"""What went badly: which turns, why, grouped, and gone with their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

import pytest
import time_machine
from sqlalchemy import update

from bot.channels.conversations import Conversations, life
from bot.channels.tables import Turn
from bot.learning.badly import went_badly
from bot.learning.kept import Decisions, LearningItems
from bot.learning.themes import Themes
from bot.notices.notices import Notices
from bot.privacy.kinds import Names
from bot.settings import settings
from bot.staff.who import Who
from bot.store import Store, now
from bot.text.fold import fold
from tests.learning.conftest import Talk

CARD, BIRTH = "1.014064", "1.001193"
LONG_AGO = timedelta(days=30)


@dataclass(frozen=True)
class Found:
    codes: list[str]


class FakeSearcher:
    """Finds the card for who says "the", else the birth certificate."""

    def search_many(self, texts: Sequence[str], top: int) -> list[Found]:
        return [Found([CARD if "the" in fold(text).split() else BIRTH]) for text in texts]


@pytest.fixture
def themes(store: Store) -> Themes:
    return Themes(store)


def gather(themes: Themes) -> int:
    return themes.gather(cast(Any, FakeSearcher()), lambda done, total: None)


def test_each_way_to_go_badly(store: Store, talk: Talk) -> None:
    talk("an", ("thẻ xanh mất", "none"), ("khai sinh", "answer"))
    talk("binh", ("giấy cho con", "clarify"), ("cái khác cơ", "clarify"), ("một", "answer"))
    talk("chi", ("làm thẻ", "answer"), ("cho gặp người", "notice", "handover"))
    (liked, disliked) = talk("dung", ("hộ tịch", "answer"), ("sổ hộ", "answer"))
    talk.thumb(liked, True)
    talk.thumb(disliked, False)
    bad = went_badly(store, now() - LONG_AGO)
    assert {(one.turn_id, one.why) for one in bad} == {
        ("an-0", "none"), ("binh-0", "clarified"), ("chi-0", "person"), ("dung-1", "thumb"),
    }  # fmt: skip


def test_a_thumb_below_a_complaint_that_is_written_brings_nobody_its_words(
    store: Store, talk: Talk
) -> None:
    (written,) = talk("an", ("anh ấy quát tôi", "notice", "complaint"))
    talk.thumb(written, False)
    assert went_badly(store, now() - LONG_AGO) == []


def test_what_was_asked_once_is_no_trouble(store: Store, talk: Talk) -> None:
    talk("an", ("giấy cho con", "clarify"), ("một", "answer"))
    talk("binh", ("giấy cho con", "clarify"))
    talk("chi", ("cho gặp người", "notice", "handover"))
    assert went_badly(store, now() - LONG_AGO) == []


def test_alike_turns_are_one_theme_and_come_once(themes: Themes, talk: Talk) -> None:
    talk("an", ("mất thẻ xanh", "none"))
    talk("binh", ("thẻ khám bệnh rơi", "none"))
    talk("chi", ("đẻ rơi", "none"))
    assert gather(themes) == 3
    assert gather(themes) == 0
    first, second = themes.shown("open")
    assert (first.theme.nearest, first.count, first.whys) == (CARD, 2, {"none": 2})
    assert first.said == ("thẻ khám bệnh rơi", "mất thẻ xanh")
    assert (second.theme.nearest, second.count) == (BIRTH, 1)


def test_a_theme_on_its_way(themes: Themes, talk: Talk) -> None:
    talk("an", ("mất thẻ xanh", "none"))
    gather(themes)
    theme = themes.shown("open")[0].theme.id
    assert themes.assign(theme, "phrasing", CARD, Who("Lan"))
    (shown,) = themes.shown("assigned")
    assert (shown.theme.target, shown.theme.who) == (CARD, "Lan")
    assert themes.dismiss(theme, Who("Lan"))
    talk("binh", ("thẻ rơi", "none"))
    gather(themes)
    assert themes.shown("open") == []  # more of the same stays dismissed
    assert themes.reopen(theme, Who("Lan"))
    assert themes.shown("open")[0].count == 2
    assert not themes.assign(theme + 99, "phrasing", CARD, Who("Lan"))


def test_after_teaching_the_same_trouble_is_a_new_theme(
    themes: Themes, talk: Talk, store: Store
) -> None:
    talk("an", ("mất thẻ xanh", "none"))
    gather(themes)
    theme = themes.shown("open")[0].theme.id
    themes._set(theme, Who("Lan"), state="taught")
    talk("binh", ("thẻ xanh lại rơi", "none"))
    gather(themes)
    (again,) = themes.shown("open")
    assert again.theme.id != theme
    assert again.said == ("thẻ xanh lại rơi",)


def test_an_item_ends_with_its_conversation(store: Store, themes: Themes, talk: Talk) -> None:
    turns = talk("an", ("mất thẻ xanh", "none"))
    gather(themes)
    items = LearningItems(store, days=7)
    names = Names(1, "web-an", tuple(turns))
    assert [row["why"] for row in items.export(names)["learning_item"]] == ["none"]
    assert items.delete(names) == {"learning_item": 1}
    assert items.delete(names) == {"learning_item": 0}


def test_items_run_out_and_their_theme_goes(store: Store, themes: Themes, talk: Talk) -> None:
    talk("an", ("mất thẻ xanh", "none"), at=now() - timedelta(days=6))
    gather(themes)
    items = LearningItems(store, days=5)
    assert items.expire(dry=True) == items.expire(dry=False) == {"learning_item": 1}
    with store.writing() as session:
        session.connection().exec_driver_sql("DELETE FROM turn")
    gather(themes)
    assert themes.shown("open") == []


def test_words_that_were_deleted_are_not_shown(store: Store, themes: Themes, talk: Talk) -> None:
    talk("an", ("mất thẻ xanh", "none"))
    gather(themes)
    with store.writing() as session:
        session.connection().exec_driver_sql("DELETE FROM turn")
    (shown,) = themes.shown("open")
    assert (shown.count, shown.said) == (1, ())
    assert Conversations(store, life(settings())).turns(1) == []


def test_what_staff_decided_ends_when_it_has_long_been_over(
    store: Store, themes: Themes, talk: Talk
) -> None:
    talk("an", ("mất thẻ xanh", "none"))
    gather(themes)
    Notices(store).put_banner("Bảo trì.", why="nâng cấp", who=Who("Lan"))
    kept = Decisions(store, days=730)
    with time_machine.travel(now() + timedelta(days=731)):
        counts = {"notice": 0, "job": 0, "learning_change": 0, "learning_theme": 1}
        assert kept.expire(dry=True) == kept.expire(dry=False) == counts
        assert Notices(store).remove_banner(who=Who("Lan"))  # it held until now
    with time_machine.travel(now() + timedelta(days=1500)):
        assert kept.expire(dry=False)["notice"] == 1


def test_words_that_are_for_leads_alone_are_not_shown(
    store: Store, talk: Talk, themes: Themes
) -> None:
    talk("an", ("giấy cho con", "none"), ("giấy cho cháu", "none"))
    assert gather(themes) == 2
    with store.writing() as session:  # found out only when the draft went on
        session.execute(update(Turn).where(Turn.turn_id == "an-0").values(for_leads=True))
    (theme,) = themes.shown("open")
    assert theme.said == ("giấy cho cháu",)
    assert themes.said(theme.theme.id) == ["giấy cho cháu"]
