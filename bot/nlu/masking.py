"""The text as the intent classifier sees it: names masked, folded, with marks for start and end."""

from __future__ import annotations

import re
from typing import Any

from bot.text.codes import case_code_spans, find_procedure_codes
from bot.text.fold import fold

_MASKS = {"procedure_mention": "topicx", "ward": "wardx", "agency": "agencyx"}
_CODELIKE = re.compile(r"\S*\d\S*\d\S*")


def masked(text: str, doc: Any, *, mask: bool = True, folded: bool = True) -> str:
    """`text` with the document's named entities and codes replaced by words no person types.

    "Sang tên xe ở phường Láng mất bao lâu" → "startx topicx o wardx mat bao lau endx". The marks
    at both ends tell "bao lâu" alone from the same words inside a long question.

    Args:
        text: the message.
        doc: its spaCy document with `ents`; None for an empty message.
        mask: whether to replace names and codes.
        folded: whether to fold, or only to lower the case.
    """
    if mask:
        text = _mask_codes(_mask_names(text, doc))
    return f"startx {fold(text) if folded else text.lower()} endx"


def _mask_names(text: str, doc: Any) -> str:
    for entity in reversed(doc.ents if doc is not None else ()):
        name = _MASKS.get(entity.label_)
        if name:
            text = f"{text[: entity.start_char]} {name} {text[entity.end_char :]}"
    return text


def _mask_codes(text: str) -> str:
    for start, end, _ in reversed(case_code_spans(text)):
        text = f"{text[:start]} casex {text[end:]}"
    return _CODELIKE.sub(" codex ", text) if find_procedure_codes(text) else text
