"""Small groups stay hidden, also from who subtracts."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from bot.insight.small import FEWEST, OTHERS, Bucket, hidden, top


def _groups(*people: int) -> list[Bucket]:
    return [Bucket(f"nhóm {n}", 2 * who, who, n) for n, who in enumerate(people)]


def _together(some: Sequence[Bucket]) -> int:
    return sum(one.people for one in some)


def test_a_small_group_takes_the_next_smallest_along() -> None:
    assert hidden(_groups(100, 3, 40, 7)) == {1, 3}


def test_several_small_groups_that_are_few_together_take_one_along() -> None:
    assert hidden(_groups(100, 1, 2, 9)) == {1, 2, 3}


def test_several_small_groups_that_are_enough_together_hide_by_themselves() -> None:
    assert hidden(_groups(100, 3, 4, 9)) == {1, 2}


def test_where_nothing_is_small_nothing_is_hidden_and_nobody_is_no_secret() -> None:
    assert hidden(_groups(100, 0, 5)) == set()


@given(st.lists(st.integers(0, 30), max_size=12))
def test_what_is_missing_from_the_total_is_never_one_small_group(people: list[int]) -> None:
    groups = _groups(*people)
    away = hidden(groups)
    assert all(n in away for n, who in enumerate(people) if 0 < who < FEWEST)
    others_told = any(who and n not in away for n, who in enumerate(people))
    if away and others_told:
        assert len(away) > 1
        assert sum(people[n] for n in away) >= FEWEST


@given(st.lists(st.integers(1, 30), min_size=1, max_size=12), st.integers(1, 6))
def test_the_largest_and_the_others_are_the_whole(people: list[int], most: int) -> None:
    groups = _groups(*people)
    told = top(groups, most, _together)
    named = [one for one in told if one.label != OTHERS]
    left = sum(people) - sum(one.people for one in named)
    assert all(one.people >= FEWEST for one in told)
    assert len(named) <= most
    assert left == 0 or not named or left >= FEWEST
    assert sum(one.people for one in told) == (sum(people) if told else 0)


def test_a_single_small_group_is_not_the_others() -> None:
    told = top(_groups(50, 20, 3), 10, _together)
    assert [(one.label, one.people) for one in told] == [("nhóm 0", 50), (OTHERS, 23)]
