"""Messages with personal numbers through the real line; then every file and table is searched.

MOTCUA_TEST_MESSAGES=5000 sends as many; without it 200, which takes less than a minute.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bench.redaction.messages import Personal, personal
from bot.settings import settings
from tests.line import Line
from tests.privacy.traces import traces, written

MESSAGES = int(os.environ.get("MOTCUA_TEST_MESSAGES", "200"))
SEED = 20261122
EACH = 13  # every kind of number in each; messages of one conversation


@pytest.mark.line
def test_no_personal_number_is_on_disk(line: Line) -> None:
    began = time.time() - 1
    messages = list(personal(SEED, MESSAGES))
    half = len(messages) // 2
    with httpx.Client(timeout=20, trust_env=False) as client:
        for number, talk in enumerate(_conversations(messages[:half])):
            by_web(client, line.web_url, talk, number)
        for number, talk in enumerate(_conversations(messages[half:])):
            by_shell(client, line.rasa_url, talk, number)
        badly(client, line, messages[:EACH])
    folders = [line.logs, settings().var_dir]
    assert was_written(folders, began, "[phone]"), "nothing was stored: the search proves nothing"
    assert traces(messages, folders, began) == []


def _conversations(messages: list[Personal]) -> Iterator[list[Personal]]:
    for at in range(0, len(messages), EACH):
        yield messages[at : at + EACH]


def by_web(client: httpx.Client, url: str, talk: list[Personal], number: int) -> None:
    """A conversation with numbers in the message, its id, the feedback and the addresses."""
    session: str | None = None
    for at, message in enumerate(talk):
        body: dict[str, Any] = {"text": message.text, "session": session}
        if at == 0:
            body["client_message_id"] = f"{number}-{_told_by_form(talk)}"
        answer = client.post(f"{url}/api/chat", json=body).json()
        session = answer.get("session", session)
        comment = {"session": session, "turn_id": answer.get("turn_id"), "useful": False}
        client.post(f"{url}/api/feedback", json={**comment, "comment": message.text})
    raw = talk[0].raw
    for address in (f"/?q={raw}", f"/procedures/{raw}", f"/api/chat/{raw}"):
        client.get(url + address, headers={"Referer": f"https://x.example/{raw}"})


def _told_by_form(talk: list[Personal]) -> str:
    """A number that is known without the words beside it: as a name it has none."""
    known = (message.raw for message in talk if message.kind in ("CCCD", "mobile number"))
    return next(known, "0912345678")  # the last conversation may be short


def by_shell(client: httpx.Client, url: str, talk: list[Personal], number: int) -> None:
    """As `rasa shell` does: the stream of the REST channel; with what others may add to it."""
    first = _told_by_form(talk)
    for at, message in enumerate(talk):
        body = {
            "sender": f"{first}-{number}" if number % 2 else f"shell-{number}",
            "message": message.text,
            "input_channel": first if at == 1 else "rest",
            "metadata": {"said": [message.text], first: int(first), "sender_id": first},
        }
        stream = "?stream=true&token=" if at % 2 else ""
        client.post(f"{url}/webhooks/rest/webhook{stream}", json=body)


def badly(client: httpx.Client, line: Line, messages: list[Personal]) -> None:
    """What makes errors: no JSON, wrong types, commands of Rasa that don't exist."""
    posts: list[Callable[[str], dict[str, Any]]] = [
        lambda text: {"content": f'{{"text": "{text}"'},
        lambda text: {"json": {"text": [text], "session": text}},
        lambda text: {"json": {"sender": [text], "message": {"text": text}}},
        lambda text: {"json": {"sender": "bad", "message": f"/{text}"}},
        lambda text: {"json": {"sender": "bad", "message": f'/ask_fee{{"ward": "{text}"}}'}},
        lambda text: {"json": {"sender": "bad", "message": f"/ask_fee{{{text}"}},
    ]
    paths = (
        f"{line.web_url}/api/chat",
        f"{line.web_url}/api/feedback",
        f"{line.rasa_url}/webhooks/rest/webhook",
        f"{line.actions_url}/webhook",
    )
    for message in messages:
        for path in paths:
            for post in posts:
                client.post(path, **post(message.text))


def was_written(folders: list[Path], since: float, text: str) -> bool:
    return any(text in content for _, content in written(folders, since))
