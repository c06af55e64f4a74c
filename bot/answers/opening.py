"""A sentence in front of a reply."""

from __future__ import annotations

from bot.answers.reply import Reply
from bot.text.numbers import say


def opened(reply: Reply, line: str) -> Reply:
    """`reply` that begins with `line`, as text, as speech, and where its question is drawn."""
    payload = reply.payload
    if "question" in payload:
        payload = {**payload, "question": f"{line}\n{payload['question']}"}
    return Reply(
        text=f"{line}\n{reply.text}", payload=payload, spoken=f"{say(line)} {reply.spoken}"
    )
