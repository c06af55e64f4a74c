"""Redaction of whole events."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bot.text import proof, signed_in
from bot.text.redact import redact

# The catalogue's sentences come again and again; what people write was redacted at the door.
_redacted = lru_cache(maxsize=4096)(redact)
# What was handed over for one turn.
_KEPT_AS = {signed_in.METADATA: signed_in.PLACE, proof.METADATA: proof.PLACE}
_TIME = re.compile(r"1[5-9]\d{8}(?:\d{3})?")  # seconds or milliseconds; no identity number is so


def redact_all(value: Any) -> Any:
    """A copy of a JSON-like value in which every text is redacted: values, keys, whole numbers.

    Times and confidences stay, and so do the identifiers that Rasa makes (32 hexadecimal digits).
    Of a proof that was handed over, and of who is signed in, only the kind remains.
    """
    if isinstance(value, str):
        return _redacted(value)
    if isinstance(value, dict):
        return {
            _redacted(k) if isinstance(k, str) else k: _KEPT_AS[k]
            if k in _KEPT_AS and isinstance(v, str)
            else redact_all(v)
            for k, v in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [redact_all(item) for item in value]
    if isinstance(value, int) and not isinstance(value, bool):
        return _number(value)
    return value


def _number(value: int) -> int | str:
    """A phone or identity number sent as a number has lost the zeros at its beginning."""
    digits = str(value)
    if len(digits) < 9 or _TIME.fullmatch(digits):
        return value
    given = digits.zfill(12) if len(digits) in (10, 11) else digits
    said = redact(given)
    return value if said == given else said
