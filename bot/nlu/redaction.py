"""Redaction of whole events and log records."""

from __future__ import annotations

from typing import Any

from bot.text.redact import redact

# Made by machines, needed as they are, and sometimes all digits.
_KEPT = {"event", "sender_id", "message_id", "model_id", "assistant_id", "input_channel"}


def redact_all(value: Any) -> Any:
    """A copy of a JSON-like value in which every text is redacted, save Rasa's own identifiers."""
    if isinstance(value, str):
        return redact(value)
    if isinstance(value, dict):
        return {k: v if k in _KEPT else redact_all(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [redact_all(item) for item in value]
    return value
