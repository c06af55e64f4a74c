"""Every conversation of this folder, through the web API and through Rasa's REST channel."""

from __future__ import annotations

from typing import Any

import pytest

from bot.catalogue.store import load_catalogue
from tests.conversations import casebook
from tests.conversations.channels import CHANNELS, Message
from tests.conversations.check import always, choices, codes_of, expected, payload
from tests.conversations.script import Conversation, Turn, load
from tests.line import Line

SCRIPTS = load()
CASES = [
    pytest.param(
        script,
        channel,
        id=f"{script.id}-{channel}",
        marks=[pytest.mark.xfail(strict=True, reason=script.xfail)] if script.xfail else [],
    )
    for script in SCRIPTS
    for channel in script.channels
]


@pytest.fixture(scope="module")
def asof() -> str:
    return load_catalogue().asof


@pytest.fixture(scope="module")
def line_with_cases(line: Line) -> Line:
    casebook.put(line.settings)
    return line


@pytest.mark.line
@pytest.mark.parametrize(("script", "channel"), CASES)
def test_conversation(line_with_cases: Line, asof: str, script: Conversation, channel: str) -> None:
    say = CHANNELS[channel](line_with_cases)
    transcript: list[str] = []
    replies: list[Message] = []
    for turn in script.turns:
        offered = choices(replies)
        text = words(turn, offered)
        if text is None:  # nothing to tap: the answer came without asking back
            continue
        replies = say(text)
        transcript += [f"  {script.who}: {text}", *map(shown, replies)]
        while turn.pick and (again := tapped(turn, choices(replies))):  # a guide asks on
            replies = say(again)
            transcript += [f"  {script.who}: {again}", *map(shown, replies)]
        codes = [codes_of(choice) for choice in offered]
        wrong = [*always(replies, asof), *expected(turn.expect, replies, codes)]
        if wrong:
            pytest.fail("\n".join([*transcript, "", *wrong]), pytrace=False)


def words(turn: Turn, offered: list[dict[str, Any]]) -> str | None:
    """What the person sends: typed words, or the text behind a tapped choice."""
    if turn.say is not None:
        return turn.say
    return tapped(turn, offered)


def tapped(turn: Turn, offered: list[dict[str, Any]]) -> str | None:
    """The text behind the choice that leads to one of the codes to pick."""
    return next((c["text"] for c in offered if set(codes_of(c)) & set(turn.pick)), None)


def shown(message: Message) -> str:
    data = payload(message)
    about = [data.get("type"), data.get("kind"), data.get("code"), data.get("aspect")]
    about += [f"{choice['n']}={'/'.join(codes_of(choice))}" for choice in data.get("choices") or []]
    facts = " ".join(str(part) for part in about if part)
    return f"  assistant [{facts}]: {message.get('text', '')}"


def test_codes_of_the_scripts_exist() -> None:
    """A script that waits for a code nobody has could only pass by mistake or never."""
    catalogue = load_catalogue()
    named = {
        code
        for script in SCRIPTS
        for turn in script.turns
        for code in (*turn.expect.code, *turn.expect.choices_include, *turn.pick)
    }
    assert {code for code in named if catalogue.get(code) is None} == set()


def test_enough_conversations_pass_on_both_channels() -> None:
    whole = [script for script in SCRIPTS if len(script.channels) == 2 and not script.xfail]
    assert len(whole) >= 40
