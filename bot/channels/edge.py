"""What a citizen typed, made safe to hand on: no controls, no commands, no personal numbers."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.channels import problems
from bot.text.proof import veil
from bot.text.redact import redact

MAX_CHARS = 2000
# Invisible: they hide a leading "/" or split a number from the redactor.
_DROPPED = {"Cc", "Cf", "Cs", "Co"}
_SLASHES = "/\u2044\u2215\uff0f\\"


@dataclass(frozen=True)
class Said:
    """A message that may go on.

    Attributes:
        text: redacted, with [proof] for digits that may prove something; never starts with "/".
        readable: false when it has neither a letter nor a digit.
        given: the digits that were taken out; handed to Rasa for this one turn, never kept.
        others: what a recogniser may have heard instead, made as safe; None: nobody spoke.
    """

    text: str
    readable: bool
    given: str | None = None
    others: tuple[str, ...] | None = None


def clean(raw: str) -> Said:
    """Check and clean one message.

    Raises:
        Problem: 413 when it is longer than MAX_CHARS, 422 when nothing visible is left.
    """
    text = unicodedata.normalize("NFC", raw)
    if len(text) > MAX_CHARS:
        raise problems.too_long(MAX_CHARS, len(text))
    text = _visible(text).strip()
    if not text:
        raise problems.empty()
    # Rasa reads "/intent{…}" as a command, and strips spaces before it looks.
    veiled = veil(text.lstrip(_SLASHES + " \n\t"))
    spoken = veiled.text.lstrip(_SLASHES + " \n\t")
    readable = any(unicodedata.category(char)[0] in "LN" for char in spoken)
    return Said(text=spoken or text, readable=readable, given=veiled.given)


def clean_heard(best: str, others: Sequence[str]) -> Said:
    """What was said, as a recogniser understood it: its best guess, and others.

    Raises:
        Problem: as `clean`.
    """
    said = clean(best)
    told = [clean(other).text for other in others]
    return replace(said, others=tuple(each for each in dict.fromkeys(told) if each != said.text))


def clean_comment(raw: str | None, limit: int = 500) -> str | None:
    """A word of feedback: redacted, cut to `limit` characters; None when nothing is left.

    Nobody asks for a proof there, so what may be one stays away.
    """
    # Cut first, half a number at the end would pass for none.
    text = veil(_visible(unicodedata.normalize("NFC", raw or "")).strip()).text[:limit]
    return text or None


def clean_staff(raw: str) -> str:
    """What an adviser wrote: redacted as everything is; nobody asks a citizen's proof of them.

    Raises:
        Problem: as `clean`.
    """
    text = unicodedata.normalize("NFC", raw)
    if len(text) > MAX_CHARS:
        raise problems.too_long(MAX_CHARS, len(text))
    text = redact(_visible(text).strip())
    if not text:
        raise problems.empty()
    return text


def _visible(text: str) -> str:
    kept = []
    for char in text:
        if char in "\n\t":
            kept.append(char)
        elif unicodedata.category(char) in {"Zs", "Zl", "Zp"}:
            kept.append("\n" if char in "\u2028\u2029" else " ")
        elif unicodedata.category(char) not in _DROPPED:
            kept.append(char)
    return "".join(kept)
