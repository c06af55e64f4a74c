"""Questions as a recogniser gives them, through the running line: is the right one read out?"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpx

from bench.understanding.questions import own, sample
from bench.voice.words import through
from bot.retrieval.evaluate import Question
from bot.settings import ROOT
from bot.text.heard import METADATA
from voice.hearing.port import Recogniser
from voice.speaking.port import Voice

QUESTIONS = 200
SPOKEN = 40
LONGEST = 14  # words of a question that is asked by telephone
READ_OUT = 2
WITHIN_S = 20.0

Heard = tuple[str, tuple[str, ...]]  # the best reading, and others
Message = dict[str, Any]


def questions(size: int, longest: int = 1000) -> list[Question]:
    """Of our own; the search's few constants were learned on them, its words were not."""
    folder = ROOT / "data" / "retrieval"
    short = [q for q in own(folder) if len(q.text.split()) <= longest]
    return sample(short, size)


def asked(rasa_url: str) -> Callable[[Heard], Message]:
    """The answer's first message to a question in a conversation of its own."""
    client = httpx.Client(base_url=rasa_url, timeout=WITHIN_S, trust_env=False)

    def ask(heard: Heard) -> Message:
        text, others = heard
        body = {
            "sender": f"voice-{uuid.uuid4().hex}", "message": text, "input_channel": "voice",
            "metadata": {METADATA: list(others)},
        }  # fmt: skip
        response = client.post("/webhooks/rest/webhook", json=body).raise_for_status()
        first: Message = response.json()[0]["custom"]
        return first

    return ask


def found(
    tried: Sequence[Question], hear: Callable[[str], Heard], ask: Callable[[Heard], Message]
) -> Counter[str]:
    """How many came to what: told, offered (among those read out), guided to, missed, refused."""
    outcomes: Counter[str] = Counter()
    for question in tried:
        heard = hear(question.text)
        outcomes[kind(ask(heard), question.accept) if heard[0] else "refused"] += 1
    return outcomes


def kind(message: Message, accept: Iterable[str]) -> str:
    meta, right = message["meta"], set(accept)
    choices = message["payload"].get("choices") or []
    if any("codes" in choice for choice in choices):  # a guide's question
        codes = {code for choice in choices for code in choice["codes"]}
        return "guided" if right & codes else "missed"
    if not meta["codes"]:
        return "refused"
    told = meta["decision"] == "answer"
    if not right & set(meta["codes"][: 1 if told else READ_OUT]):
        return "missed"
    return "told" if told else "offered"


def right(outcomes: Counter[str]) -> float:
    whole = outcomes.total()
    return (outcomes["told"] + outcomes["offered"] + outcomes["guided"]) / whole if whole else 0.0


def listened(recogniser: Recogniser, voice: Voice) -> Callable[[str], Heard]:
    """A made voice asks, through a telephone line."""

    def hear(text: str) -> Heard:
        heard = recogniser.hear(through(voice.speak(text, 0.9)))
        return heard.text, heard.alternatives

    return hear
