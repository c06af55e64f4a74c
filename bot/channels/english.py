"""Who writes English is told in English what this assistant speaks, and the way to a person.

It stands at the door: what Rasa hands on has English words written out in Vietnamese.
"""

from __future__ import annotations

from typing import Any

from bot.answers import notices
from bot.answers.reply import Reply
from bot.channels.edge import Said
from bot.text.foreign import is_english

_PERSON = {"label": "Talk to a person", "text": "Tôi muốn gặp cán bộ"}


def explained(said: Said, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`messages`, with that sentence before them; on the telephone no English is recognised."""
    if not messages or said.others is not None or not is_english(said.text):
        return messages
    *others, last = messages
    payload = last.get("payload") or {}
    if payload.get("kind") == "handover" and payload.get("state"):  # a person is on the way
        return [_told(notices.english_waiting()), *messages]
    # The page shows the buttons of what was said last.
    buttons = [*payload.get("quick_replies", []), _PERSON]
    way_out = {**last, "payload": {**payload, "quick_replies": buttons}}
    return [_told(notices.english()), *others, way_out]


def _told(reply: Reply) -> dict[str, Any]:
    return {"text": reply.text, "payload": reply.payload}
