"""What the caller said goes the way of every message; what comes back is to be spoken."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.chat import Answer, Busy, Chat
from bot.channels.conversations import Gone
from bot.channels.deadline import Deadline
from bot.channels.edge import clean, clean_heard
from bot.channels.problems import Problem
from bot.channels.sessions import Seat
from bot.text.loglines import way_of
from bot.text.numbers import say
from voice.speaking.mouth import sentences

Expects = Literal["code", "proof", "ticket"]
_OFFER = "Anh chị muốn nghe tiếp "  # begins what `bot.answers.spoken.offer` says
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reply:
    """
    Attributes:
        spoken: numbers are words already.
        kind: of the payload: procedure, clarify, goodbye, handover, …
        expects: digits of which kind come next.
        choices: how many things the caller may choose from by number.
        next: what was offered to be heard next: "giấy tờ", "lệ phí".
        more: choices that were not read out.
        survey: whether it ends with the question how it was.
    """

    spoken: str
    kind: str = ""
    expects: Expects | None = None
    choices: int = 0
    next: tuple[str, ...] = ()
    more: str = ""
    survey: bool = False


class NoReply(Exception):
    """The assistant cannot answer just now."""


class Talk(Protocol):
    async def ask(self, text: str, others: Sequence[str] | None = None) -> Reply:
        """
        Args:
            others: what may have been said instead, the likelier first; None: it was typed.

        Raises:
            NoReply
        """


class CallTalk:
    """One call's conversation: redaction, time limit, storing and turn log are the web's own.

    Args:
        here: the number that this telephone answers, where a person can be asked for: who calls it
            is not told to call it. "": none.
    """

    def __init__(self, chat: Chat, seat: Seat, limit_s: float, here: str = "") -> None:
        self._chat = chat
        self._seat = seat
        self._limit_s = limit_s
        self._here = here

    async def ask(self, text: str, others: Sequence[str] | None = None) -> Reply:
        deadline = Deadline(self._limit_s)
        try:
            said = clean(text) if others is None else clean_heard(text, others)
            async with asyncio.timeout(deadline.left()):
                answer = await self._chat.take(self._seat, said, None, deadline)
        except (Busy, Gone, Problem, TimeoutError) as error:
            raise NoReply from error
        except SQLAlchemyError as error:  # away for a moment: the call is not
            log.error("a turn found no database: %s", way_of(error))
            raise NoReply from error
        if answer.state != "answered":
            raise NoReply
        return reply_of(answer, self._here)


def reply_of(answer: Answer, here: str) -> Reply:
    """Several messages are one reply; the last that asks for something counts."""
    payload: dict[str, Any] = {}
    for message in answer.messages:
        payload |= message.get("payload") or {}
    said = _together([message.get("spoken") or say(message["text"]) for message in answer.messages])
    expects = payload.get("expects")
    return Reply(
        spoken=_to_a_person(said, here, expects) if here else said,
        kind=str(payload.get("kind") or payload.get("type") or ""),
        expects=expects,
        choices=len(payload.get("choices") or ()) or int(payload.get("options") or 0),
        next=_offered(payload, said),
        more=str(payload.get("spoken_more") or ""),
        survey=bool(payload.get("survey")),
    )


def _together(messages: Sequence[str]) -> str:
    """What several messages all say is said once: the name of the procedure first, where it comes
    from and what can be heard next at the end."""
    parts = [sentences(message) for message in messages if message]
    heads = [None, *(part[0] for part in parts)]
    rests = [
        part[1:] if part[0] == before else part for before, part in zip(heads, parts, strict=False)
    ]
    offers = [line for rest in rests for line in rest if line.startswith(_OFFER)]
    told = [
        line
        for at, rest in enumerate(rests)
        for line in rest  # what one message says twice, such as a code, it means to
        if not line.startswith(_OFFER) and not any(line in later for later in rests[at + 1 :])
    ]
    return " ".join([*told, *offers[-1:]])


def _to_a_person(said: str, here: str, expects: Expects | None) -> str:
    """Who is told to call the number that they have called presses the key instead, or says so
    where every key is a digit."""
    how = "nói: gặp cán bộ" if expects else "bấm phím không"
    calls = re.compile(rf"(gọi)(?: tổng đài| số)? {re.escape(say(here))}", re.IGNORECASE)
    return calls.sub(lambda match: how.capitalize() if match[1] == "Gọi" else how, said)


def _offered(payload: dict[str, Any], said: str) -> tuple[str, ...]:
    """The aspects of a procedure that its answer offers: those it says, then a page's buttons."""
    if payload.get("type") != "procedure":
        return ()
    aloud = re.findall(rf"{_OFFER}(.+?)\?", said)
    named = [name for offer in aloud[-1:] for name in re.split(r", | hay ", offer)]
    buttons = [str(button["label"]).lower() for button in payload.get("quick_replies") or ()]
    return tuple(dict.fromkeys([*named, *buttons]))
