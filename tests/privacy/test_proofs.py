"""Proofs through the real line, typed and said; then every file and table is searched."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.conversations import casebook
from tests.conversations.channels import CHANNELS
from tests.line import Line, running_line
from tests.privacy.traces import written

CODE = "H26.12-250701-0010"
WRONG = "8463"
WAYS = (
    ("tra hồ sơ", CODE, WRONG),
    (CODE, "tám bốn sáu ba ạ", "4 số cuối là 8463"),
    (f"{CODE}, 4 số cuối {WRONG}", "84639"),
    ("hồ sơ của tôi đến đâu rồi", WRONG, "bốn số cuối 8 4 6 3"),  # no code was given yet
    (CODE, "lệ phí đăng ký kết hôn bao nhiêu", "8463 nhé"),
)
# Alone, not inside a time, a hash or a longer number; typed, spaced, said.
DIGITS = re.compile(r"(?<![\w.-])8\s?4\s?6\s?39?(?!\w)|tám bốn sáu ba")


def around(text: str) -> list[str]:
    """What stands about the digits, so that a failure tells who wrote them."""
    return [text[max(0, found.start() - 60) : found.end() + 20] for found in DIGITS.finditer(text)]


@pytest.fixture(scope="module")
def own_line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """A line that nobody else talks to: four digits stand in many a message."""
    with running_line(tmp_path_factory.mktemp("own_line")) as running:
        casebook.put(running.settings)
        yield running


@pytest.mark.line
def test_no_proof_is_on_disk(own_line: Line) -> None:
    for channel in ("web", "rasa"):
        for way in WAYS:
            say = CHANNELS[channel](own_line)
            for text in way:
                say(text)
    kept = list(written([own_line.logs], since=0))
    assert sum("[proof]" in text for _, text in kept) >= 2 * len(WAYS)
    assert [(place, around(text)) for place, text in kept if DIGITS.search(text)] == []


@pytest.mark.line
def test_other_digits_are_kept_as_they_were_said(own_line: Line) -> None:
    for channel in ("web", "rasa"):
        CHANNELS[channel](own_line)("7351")
    said = re.compile(r"(?<![\w.])7351(?!\w)")
    places = {place for place, text in written([own_line.logs], since=0) if said.search(text)}
    assert {"motcua.db, turn", "rasa.db, events"} <= places
