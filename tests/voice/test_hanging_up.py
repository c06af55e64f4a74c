"""Who hangs up, at whatever moment, ends the call: nothing is asked afterwards, nothing is lost."""

from __future__ import annotations

from functools import cache

import pytest

from tests.voice.telephone import Held
from tests.voice.test_call_about_a_case import CASE

STEPS = (
    ("say", "làm hộ chiếu"), ("interrupt", "lệ phí thì sao"), ("press", "2"),
    ("press", "26122509010009#"), ("press", "9012#"), ("say", "nói lại"), ("press", "0"),
    ("press", "1"), ("press", "0987654321#"), ("say", ""), ("say", "cảm ơn"),
)  # fmt: skip


def held(gone_at: int | None = None) -> Held:
    return Held(*STEPS, replies={**CASE}, calls_back=True, gone_at=gone_at)


@cache
def whole() -> Held:
    return held()


@pytest.mark.parametrize("second", range(0, 74, 2))
def test_at_any_second(second: int) -> None:
    call = held(second * 1000)
    assert call.ending.cause == "hung_up"
    assert call.ending.seconds <= second + 1
    asked = call.talk.asked
    assert asked == whole().talk.asked[: len(asked)]
    assert call.ending.answered == len(asked)
    assert call.book.taken in ([], ["0987654321"])


def test_the_whole_call_is_longer_than_the_seconds_tried() -> None:
    assert whole().ending.seconds > 72
    assert len(whole().talk.asked) == 6
    assert whole().book.taken == ["0987654321"]


@pytest.mark.parametrize("steps", range(len(STEPS)))
def test_behind_any_step(steps: int) -> None:
    call = Held(*STEPS[:steps], replies={**CASE}, calls_back=True)
    assert call.ending.cause == "hung_up"
    assert call.talk.asked == whole().talk.asked[: len(call.talk.asked)]
