"""Digits in what a caller said."""

from __future__ import annotations

import re

from bot.text.codes import find_case_codes
from bot.text.fold import fold
from bot.text.proof import veil
from bot.text.ticket_codes import find_ticket_codes
from voice.talk import Expects

_DIGIT = re.compile(
    r"\b(?:\d+|khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|linh|le|hat|cham|gach)\b"
)
FEW = 2


def reads_digits(text: str) -> bool:
    """Whether a caller is reading out digits, perhaps not to their end, or not heard well."""
    return len(_DIGIT.findall(fold(text))) >= FEW


def may_prove(text: str) -> bool:
    """Digits, even if not all of them were understood; a case's code in place of the proof is
    none."""
    return bool(veil(text).given) or (reads_digits(text) and not _case(text))


def said_code(text: str, expects: Expects | None) -> str | None:
    """The code that was read out, of the kind that is expected."""
    match expects:
        case "code":
            return _case(text)
        case "ticket":
            return _ticket(text)
    return None


def _case(text: str) -> str | None:
    """People leave out its letter, and Hanoi's is H."""
    return next(iter(find_case_codes(text) or find_case_codes(f"hát {text}")), None)


def _ticket(text: str) -> str | None:
    """With or without its letters."""
    return next(iter(find_ticket_codes(text) or find_ticket_codes(f"pê a {text}")), None)
