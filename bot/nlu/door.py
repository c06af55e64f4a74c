"""What enters Rasa by any channel, the shell too, has no personal numbers from here on."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable
from typing import Any

from bot.text.proof import METADATA, veil
from bot.text.redact import redact

# Without a configured secret a caller named by a phone number is a new one after a restart.
_KEY = (os.environ.get("MOTCUA_SECRET_KEY", "").encode() or secrets.token_bytes(32))[:64]


def redacting(init: Callable[..., None]) -> Callable[..., None]:
    """`UserMessage.__init__`, with the text redacted and names that hold a number replaced.

    Intents, entities, slots and errors are then made of the redacted text. Digits that may be the
    proof of a case are taken out as well and wait as `given` (`bot.nlu.proofs`); our web has done
    so before and hands them over as metadata. Other metadata passes; the tracker store redacts it.
    """

    def redacted(
        self: Any,
        text: str | None = None,
        output_channel: Any = None,
        sender_id: str | None = None,
        parse_data: dict[str, Any] | None = None,
        input_channel: str | None = None,
        message_id: str | None = None,
        metadata: dict[str, Any] | None = None,
    ) -> None:
        veiled = veil(text or "")
        given, handed = _taken_out(metadata)
        init(
            self,
            veiled.text if text else text,
            output_channel,
            name(sender_id),
            parse_data,
            name(input_channel),
            name(message_id),
            handed,
        )
        self.given = given if veiled.given is None else veiled.given

    return redacted


def _taken_out(metadata: Any) -> tuple[str | None, Any]:
    """The digits that our web took out of the message, and the metadata without them."""
    if not isinstance(metadata, dict) or METADATA not in metadata:
        return None, metadata
    given = metadata[METADATA]
    others = {key: value for key, value in metadata.items() if key != METADATA}
    return given if isinstance(given, str) else None, others


def name(given: str | None) -> str | None:
    """The name itself, or a keyed hash of one with a personal number in it."""
    if given is None or redact(str(given)) == str(given):
        return given
    return hashlib.blake2b(str(given).encode(), key=_KEY, digest_size=16).hexdigest()
