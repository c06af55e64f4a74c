"""The two ways into the line: the web API and Rasa's own REST channel."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from typing import Any

import httpx

from bot.text.codes import case_code_spans
from bot.text.numbers import digit_by_digit, say
from tests.line import Line

Message = dict[str, Any]
Say = Callable[[str], list[Message]]
WITHIN_S = 20.0


def web(line: Line, headers: dict[str, str] | None = None) -> Say:
    """A new conversation through `POST /api/chat`."""
    session: str | None = None

    def say(text: str) -> list[Message]:
        nonlocal session
        body = {"text": text} | ({"session": session} if session else {})
        response = httpx.post(
            f"{line.web_url}/api/chat", json=body, headers=headers, timeout=WITHIN_S
        )
        response.raise_for_status()
        answer = response.json()
        session = answer["session"]
        return list(answer["messages"])

    return say


def rasa(line: Line) -> Say:
    """A new conversation through Rasa's REST channel."""
    sender = f"test-{uuid.uuid4().hex}"

    def say(text: str) -> list[Message]:
        body = {"sender": sender, "message": text}
        url = f"{line.rasa_url}/webhooks/rest/webhook"
        response = httpx.post(url, json=body, timeout=WITHIN_S)
        response.raise_for_status()
        return [item["custom"] for item in response.json()]

    return say


def voice(line: Line) -> Say:
    """A new conversation with what a recogniser would hand on: codes and digits said as words."""
    by_rasa = rasa(line)
    return lambda text: by_rasa(read_out(text))


def read_out(text: str) -> str:
    """ "H26.12-250701-0001, 5678" → "hát hai sáu chấm một hai …, năm sáu bảy tám"."""
    for _, _, code in case_code_spans(text):
        text = text.replace(code, say(code))
    return re.sub(r"\d{3,}", lambda digits: digit_by_digit(digits[0]), text)


CHANNELS: dict[str, Callable[[Line], Say]] = {"web": web, "rasa": rasa, "voice": voice}
