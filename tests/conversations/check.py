"""Is a reply what the script expects, and is it what every reply must be?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.conversations.channels import Message
from tests.conversations.script import Expect


def payload(message: Message) -> dict[str, Any]:
    return message.get("payload") or {}


def codes_of(choice: dict[str, Any]) -> list[str]:
    """The code that a choice stands for; all below it where a guide asks on."""
    return choice.get("codes") or [choice["code"]]


def choices(messages: list[Message]) -> list[dict[str, Any]]:
    """The choices that a reply offers, in order."""
    return [choice for message in messages for choice in payload(message).get("choices") or []]


def always(messages: list[Message], asof: str) -> Iterator[str]:
    """What is wrong with a reply whatever was asked; `asof` is the catalogue's month, "2026-07"."""
    if not messages:
        yield "no message at all"
    for message in messages:
        text = message.get("text") or ""
        if not text.strip():
            yield "an empty text"
        for leak in ("None", "{", "}"):
            if leak in text:
                yield f"“{leak}” in the text"
        if "type" not in payload(message):
            yield "a message without a payload's type"
        if payload(message).get("type") == "procedure":
            yield from _procedure(message, asof)
        if payload(message).get("type") == "clarify":
            yield from _clarify(message)
        if payload(message).get("type") == "case" and "spoken" in message:
            yield from _case(message["spoken"])


def _case(spoken: str) -> Iterator[str]:
    if re.search(r"\d|http|gov\.vn|/", spoken):
        yield f"what nobody says aloud: {spoken}"
    if len(spoken.split()) > 110:
        yield f"{len(spoken.split())} words to be said"


def _procedure(message: Message, asof: str) -> Iterator[str]:
    text, code = message["text"], payload(message)["code"]
    if code not in text:
        yield f"the answer does not name its code {code}"
    year, month = asof.split("-")
    if not re.search(rf"\b0?{int(month)}(/|-| năm ){year}", text):
        yield f"the answer does not name the catalogue's month ({month}/{year})"


def _clarify(message: Message) -> Iterator[str]:
    offered = payload(message).get("choices") or []
    if not offered:
        return  # "which procedure do you mean?" has nothing to choose from yet
    if not 2 <= len(offered) <= 4:
        yield f"{len(offered)} choices instead of 2 to 4"
    labels = [choice["label"] for choice in offered]
    if len(set(labels)) != len(labels):
        yield f"choices with the same label: {labels}"


def expected(expect: Expect, messages: list[Message], offered: list[list[str]]) -> Iterator[str]:
    """What differs from the script; `offered` are the codes of each choice offered before."""
    fitting = [message for message in messages if payload(message).get("type") in expect.type]
    if not fitting:
        came = [payload(message).get("type") for message in messages]
        yield f"type {'/'.join(expect.type)} expected, came {came}"
        return
    yield from _kind(expect, fitting)
    yield from _code(expect, fitting, offered)
    yield from _aspect(expect, fitting)
    yield from _words(expect, messages)
    topics = {payload(message).get("topic") for message in fitting}
    if expect.topic and not topics & set(expect.topic):
        yield f"topic {'/'.join(expect.topic)} expected, came {topics}"


def _kind(expect: Expect, fitting: list[Message]) -> Iterator[str]:
    kinds = {payload(message).get("kind") for message in fitting}
    if expect.kind and not kinds & set(expect.kind):
        yield f"kind {'/'.join(expect.kind)} expected, came {kinds}"


def _code(expect: Expect, fitting: list[Message], offered: list[list[str]]) -> Iterator[str]:
    wanted = set(expect.code)
    if expect.choice is not None:
        wanted = {code for codes in offered[expect.choice - 1 : expect.choice] for code in codes}
        if not wanted:
            yield f"choice {expect.choice} expected, but only {len(offered)} were offered"
    answered = [payload(m)["code"] for m in fitting if payload(m)["type"] == "procedure"]
    if wanted and answered and answered[0] not in wanted:
        yield f"code {sorted(wanted)} expected, came {answered}"
    shown = {code for choice in choices(fitting) for code in codes_of(choice)}
    if wanted and not answered and not shown & wanted:
        yield f"one of {sorted(wanted)} expected among the choices, came {sorted(shown)}"
    missing = set(expect.choices_include) - shown
    if missing and not answered:
        yield f"choices {sorted(missing)} missing, came {sorted(shown)}"


def _aspect(expect: Expect, fitting: list[Message]) -> Iterator[str]:
    answers = [payload(m) for m in fitting if payload(m)["type"] in ("procedure", "compare")]
    said = {answer.get("aspect") for answer in answers}
    said |= {part["aspect"] for answer in answers for part in answer.get("sections") or []}
    missing = set(expect.aspect) - said
    if answers and missing:
        yield f"aspect {sorted(missing)} missing, came {sorted(map(str, said))}"


def _words(expect: Expect, messages: list[Message]) -> Iterator[str]:
    text = "\n".join(message["text"] for message in messages).lower()
    for words in expect.contains:
        if words.lower() not in text:
            yield f"“{words}” is not in the text"
    for words in expect.not_contains:
        if words.lower() in text:
            yield f"“{words}” is in the text"
    spoken = " ".join(message["spoken"] for message in messages if "spoken" in message).lower()
    for words in expect.says:
        if spoken and words.lower() not in spoken:
            yield f"“{words}” is not said: {spoken}"
